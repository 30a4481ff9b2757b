using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Terminal.Diff;

/// <summary>A component that came or went, with all below it: a line each, deeper ones indented.</summary>
internal static class SubtreeLines
{
    public static IEnumerable<Piece> Content(ObjectValue content)
    {
        var entries = content.Entries;
        if (entries.Count == 1) return [new(" "), new(ValueLiteral.Short(entries[0].Value), Style.Plain)];
        return entries.SelectMany((entry, i) => new Piece[]
        {
            new(i == 0 ? " " : ", ", Style.Faint),
            new(NameText.Of(entry.Key) + ": ", Style.Faint),
            new(ValueLiteral.Short(entry.Value, ValueLiteral.Longest / 2)),
        });
    }

    /// <summary>Styles and conditions, briefly: <c> style position: "left"  condition dateTime: {…}</c>.</summary>
    public static IEnumerable<Piece> Looks(ObjectValue styles, ObjectValue conditions) => styles.Entries.Select(style => ("style", style))
        .Concat(conditions.Entries.Select(condition => ("condition", condition)))
        .SelectMany(look => new Piece[] { new($"  {look.Item1} {NameText.Of(look.Item2.Key)}: ", Style.Faint), new(ValueLiteral.Short(look.Item2.Value)) });

    public static IEnumerable<IReadOnlyList<Piece>> Of(Subtree subtree, string place, bool came)
    {
        var stack = new Stack<(Subtree Subtree, string Place, int Depth)>();
        stack.Push((subtree, place, 0));
        while (stack.TryPop(out var at))
        {
            var style = came ? Style.Added : Style.Removed;
            yield return
            [
                new(new string(' ', 2 * at.Depth)),
                new((came ? "+ " : "- ") + NameText.Of(at.Subtree.Type), style),
                new(" " + NameText.Of(at.Subtree.Id), Style.Place),
                new(at.Place.Length > 0 ? " " + at.Place : "", Style.Faint),
                .. Content(at.Subtree.Content),
                .. Looks(at.Subtree.Styles, at.Subtree.Conditions),
            ];
            foreach (var container in at.Subtree.Containers.Reverse())
                foreach (var child in container.Children.Reverse())
                    stack.Push((child, "in " + NameText.Of(container.Name), at.Depth + 1));
        }
    }
}
