using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Terminal.Diff;

namespace DocScript.Terminal;

/// <summary>A document for people: its header, its metadata, and its components as an outline with their ids.</summary>
public static class DocumentOutline
{
    /// <summary>The lines, made as they are read.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Lines(Document document)
    {
        var header = document.Header;
        yield return [.. TransactionDiff.DocumentName(header), new(" "), new(ValueLiteral.Quoted(document.Title, 200), Style.Strong), .. Deleted(header)];
        yield return Line("version", $"{Number(header.Version)} (sequence {Number(header.Sequence)}), {State(header)}");
        yield return Line("created", $"{DateValue.ToShortIso(header.Created)}, updated {DateValue.ToShortIso(header.Updated)}");
        if (header.PublishAt is { } publish) yield return Line("scheduled", "publish at " + DateValue.ToShortIso(publish));
        if (header.UnpublishAt is { } unpublish) yield return Line("scheduled", "unpublish at " + DateValue.ToShortIso(unpublish));
        if (header.Embargo is { } embargo) yield return Line("embargo", PublishControlLines.Text(embargo).TrimStart());
        if (header.Checkout is { } checkout) yield return Line("checked out", $"by {NameText.Of(checkout.Actor)} since {DateValue.ToShortIso(checkout.At)}");
        foreach (var (name, value) in document.Metadata.Entries)
            yield return [new("  meta ", Style.Faint), new(NameText.Of(name) + " = "), new(ValueLiteral.Short(value, 200))];
        if (document.Components.Count == 0) yield break;
        yield return [];
        foreach (var line in Components(document.Components)) yield return line;
    }

    private static IEnumerable<IReadOnlyList<Piece>> Components(ComponentTree tree)
    {
        // A component, or the name of a container that has children.
        var stack = new Stack<(Component? Component, string Container, int Depth)>();
        foreach (var component in tree.Children(null, null).Reverse()) stack.Push((component, "", 1));
        while (stack.TryPop(out var at))
        {
            var indent = new Piece(new string(' ', 2 * at.Depth));
            if (at.Component is not { } component)
            {
                yield return [indent, new(NameText.Of(at.Container) + ":", Style.Faint)];
                continue;
            }

            yield return
            [
                indent,
                new(NameText.Of(component.Id), Style.Place),
                new(" " + NameText.Of(component.Type)),
                new(component.Fixed ? " (fixed)" : "", Style.Faint),
                .. SubtreeLines.Content(component.Content),
                .. SubtreeLines.Looks(component.Styles, component.Conditions),
            ];
            foreach (var container in component.Containers.Reverse().Where(container => container.Count > 0))
            {
                foreach (var child in tree.Children(component.Id, container.Name).Reverse()) stack.Push((child, "", at.Depth + 2));
                stack.Push((null, container.Name, at.Depth + 1));
            }
        }
    }

    private static string State(Header header) => header switch
    {
        { Publication: null } => "not published",
        { Unchanged: true } => $"published (publication {Number(header.Publication.Value)}), unchanged since",
        _ => $"published (publication {Number(header.Publication.Value)}), changed since",
    };

    private static IEnumerable<Piece> Deleted(Header header) => header.Deleted ? [new(" deleted", Style.Removed)] : [];

    private static IReadOnlyList<Piece> Line(string name, string text) => [new("  " + name + " ", Style.Faint), new(text)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
