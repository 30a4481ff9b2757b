using System.Globalization;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Terminal.Diff;

/// <summary>How two designs differ, for people: a heading for every definition, a line for every part.</summary>
public static class DesignDiff
{
    /// <summary>The lines of all definitions with an empty one between them.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Lines(IReadOnlyList<DefinitionDifference> differences, DiffHeight height)
    {
        var first = true;
        foreach (var definition in differences)
        {
            if (!first) yield return [];
            first = false;
            yield return [Mark(definition.Fate), new(definition.Kind + " "), new(NameText.Of(definition.Name), Style.Strong)];
            var shown = 0;
            foreach (var part in definition.Parts)
            {
                if (shown++ == height.Lines)
                {
                    yield return [new("    … more lines are not shown here; redirect the output to a file to see all", Style.Faint)];
                    break;
                }

                yield return [new("    "), Mark(Fate(part)), new(part.Name), new(" "), .. ValueChange.Pieces(part.Was, part.Now)];
            }
        }
    }

    /// <summary>How much differs, in a few words: <c>2 definitions added, 0 removed, 1 changed</c>.</summary>
    public static string Summary(IReadOnlyList<DefinitionDifference> differences)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(Count(DefinitionFate.Added), "definition")} added, {Count(DefinitionFate.Removed)} removed, {Count(DefinitionFate.Changed)} changed");

        int Count(DefinitionFate fate) => differences.Count(difference => difference.Fate == fate);
    }

    private static DefinitionFate Fate(PartDifference part) => part switch
    {
        { Was: null } => DefinitionFate.Added,
        { Now: null } => DefinitionFate.Removed,
        _ => DefinitionFate.Changed,
    };

    private static Piece Mark(DefinitionFate fate) => fate switch
    {
        DefinitionFate.Added => new("+ ", Style.Added),
        DefinitionFate.Removed => new("- ", Style.Removed),
        _ => new("~ ", Style.Changed),
    };
}
