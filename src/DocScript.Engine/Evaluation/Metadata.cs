using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Language.Tree;

namespace DocScript.Engine.Evaluation;

/// <summary>Reads metadata as the design types it: dates as dates, unset as null.</summary>
internal static class Metadata
{
    /// <summary>A property by name. One that this document's content type lacks but another has reads as null, so that a query may range over several types.</summary>
    public static Value Property(Workspace workspace, long document, Name name)
    {
        var current = workspace.Get(document);
        var path = MetadataPath.Of(name.Text);
        if (current.Metadata.Find(name.Text) is { } value) return Typed(workspace.Design, current.Header.ContentType, name.Text, value);
        if (Rules.MetadataExists(workspace.Design, current.Header.ContentType, path) is { } violation && Rules.MetadataExists(workspace.Design, null, path) is not null)
            throw ScriptFault.Of(violation, name.Span);
        return Value.Null;
    }

    /// <summary>All that is set.</summary>
    public static ObjectValue All(Design design, Document document) => ObjectValue.Of(document.Metadata.Entries
        .Select(entry => KeyValuePair.Create(entry.Key, Typed(design, document.Header.ContentType, entry.Key, entry.Value))));

    /// <summary>Whether every content type that has the property keeps dates in it.</summary>
    public static bool IsDate(Design design, string property)
    {
        var kinds = design.ContentTypes.Values.Where(type => type.Metadata.ContainsKey(property)).Select(type => type.Metadata[property].Plugin.IsDate).ToList();
        return kinds.Count > 0 && kinds.TrueForAll(isDate => isDate);
    }

    /// <summary>Whether some content types keep dates in the property and others do not.</summary>
    public static bool IsMixed(Design design, string property) =>
        design.ContentTypes.Values.Where(type => type.Metadata.ContainsKey(property)).Select(type => type.Metadata[property].Plugin.IsDate).Distinct().Count() > 1;

    private static Value Typed(Design design, string contentType, string property, Value value) =>
        value is TextValue text
        && design.ContentTypes.TryGetValue(contentType, out var type)
        && type.Metadata.TryGetValue(property, out var definition)
        && definition.Plugin.IsDate
        && DateValue.TryParse(text.Text, out var date)
            ? date
            : value;
}
