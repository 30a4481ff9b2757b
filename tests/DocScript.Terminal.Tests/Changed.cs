using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;

namespace DocScript.Terminal.Tests;

/// <summary>Documents and changes to show.</summary>
internal static class Changed
{
    public static Document Document(long id, string title, string? key = null) => new(
        new Header { Id = id, Key = key ?? id.ToString(System.Globalization.CultureInfo.InvariantCulture), ContentType = "article", Version = 3, Sequence = 5 },
        title,
        ObjectValue.Empty,
        ComponentTree.Empty);

    public static ChangedDocument Of(Document? before, Document after, params Change[] changes) =>
        new(before, new DocumentChanges(before?.Header.Sequence ?? 0, [.. changes], after));

    public static ChangedDocument Of(params Change[] changes) => Of(Document(42, "Old"), Document(42, "Title"), changes);

    public static Subtree Leaf(string id, string type, string directive, Value value, params SubtreeContainer[] containers) => new(
        id,
        type,
        Fixed: false,
        ObjectValue.Of([new(directive, value)]),
        ObjectValue.Empty,
        ObjectValue.Empty,
        ObjectValue.Empty,
        containers);

    public static TextValue Text(string text) => new(text);

    public static string Plain(IEnumerable<IReadOnlyList<Piece>> lines)
    {
        var text = new StringWriter();
        var writer = LineWriter.For(text, colours: false);
        foreach (var line in lines) writer.WriteLine(line);
        return text.ToString();
    }
}
