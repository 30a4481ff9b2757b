using System.Collections.ObjectModel;
using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>
/// Content types for a design that came without: one for each content type of the documents and each layout of the design, with the metadata that the design
/// declares and the documents have.
/// </summary>
public static class ContentTypeInference
{
    /// <summary>The design with a content type for every one it lacks, and what was inferred, a line each for people.</summary>
    public static (Design Design, IReadOnlyList<string> Inferred) Infer(Design design, IReadOnlyList<Document> documents)
    {
        var lines = new List<string>();
        var types = new OrderedDictionary<string, ContentType>(design.ContentTypes, StringComparer.Ordinal);
        var layouts = DesignLayout.AllOf(design.Source);
        var byType = documents.GroupBy(document => document.Header.ContentType, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        foreach (var group in byType)
        {
            if (!types.ContainsKey(group.Key)) types.Add(group.Key, Infer(design, group.Key, [.. group], layouts.GetValueOrDefault(group.Key), lines));
        }

        // A design with content types of its own means those; layouts are only asked where it has none.
        foreach (var layout in design.ContentTypes.Count == 0 ? layouts.Values : [])
        {
            if (!types.ContainsKey(layout.Name)) types.Add(layout.Name, Infer(design, layout.Name, [], layout, lines));
        }

        return (design with { ContentTypes = new ReadOnlyDictionary<string, ContentType>(types) }, lines);
    }

    private static ContentType Infer(Design design, string handle, IReadOnlyList<Document> documents, DesignLayout? layout, List<string> lines)
    {
        var used = documents.SelectMany(document => document.Components.DepthFirst()).Select(component => component.Type);
        var components = layout?.Components.Concat(used).Distinct(StringComparer.Ordinal).Where(design.Components.ContainsKey).ToList();
        var type = new ContentType(handle, DocumentTypeOf(handle, documents), components, Metadata(design, documents, out var why));

        var from = (layout is not null, documents.Count) switch
        {
            (true, 0) => "the layout of that name",
            (true, var count) => $"{Counted.Of(count, "document")} and the layout of that name",
            (false, var count) => Counted.Of(count, "document"),
        };
        lines.Add($"content type '{handle}' ({type.DocumentType}), from {from}: {(components is null ? "all components" : Counted.Of(components.Count, "component"))}");
        lines.AddRange(why.Select(line => $"content type '{handle}': metadata {line}"));
        return type;
    }

    private static string DocumentTypeOf(string handle, IReadOnlyList<Document> documents)
    {
        var said = documents.Select(document => ((document.Extra.Find("systemdata") as ObjectValue)?.Find("documentType") as TextValue)?.Text);
        return said.FirstOrDefault(text => text is not null) ?? (handle == "page" ? "page" : "article");
    }

    private static ReadOnlyDictionary<string, MetadataProperty> Metadata(Design design, IReadOnlyList<Document> documents, out List<string> lines)
    {
        var values = new OrderedDictionary<string, List<Value>>(StringComparer.Ordinal);
        foreach (var (name, value) in documents.SelectMany(document => document.Metadata.Entries))
        {
            if (!values.TryGetValue(name, out var list)) values.Add(name, list = []);
            list.Add(value);
        }

        lines = [];
        var properties = new OrderedDictionary<string, MetadataProperty>(StringComparer.Ordinal);
        foreach (var (name, plugin) in DesignLayout.MetadataOf(design.Source))
        {
            var seen = values.GetValueOrDefault(name) ?? [];
            if (!seen.TrueForAll(value => plugin.Accepts(value))) continue;
            properties.TryAdd(name, new(name, plugin, Indexed: false, ObjectValue.Empty));
            lines.Add($"'{name}' is {plugin.Name}, as the design says");
        }

        foreach (var (name, seen) in values)
        {
            if (properties.ContainsKey(name)) continue;
            var plugin = MetadataInference.KindOf(name, seen);
            properties.Add(name, new(name, plugin, Indexed: false, ObjectValue.Empty));
            lines.Add($"'{name}' is {plugin.Name}, from {Counted.Of(seen.Count, "value")}");
        }

        return new(properties);
    }
}
