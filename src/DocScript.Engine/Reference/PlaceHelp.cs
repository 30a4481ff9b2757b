namespace DocScript.Engine.Reference;

/// <summary>The places that components go to, a line each.</summary>
public static class PlaceHelp
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LanguageHelp> All { get; } =
    [
        new("after <component> [in <component>[.<container>]]", "Behind it; 'in' asserts where it stands.", "insert paragraph after intro with {text: \"a\"}"),
        new("before <component> [in <component>[.<container>]]", "In front of it.", "move intro before headline"),
        new("between <component> and <component> [in <component>[.<container>]]", "Between two that stand next to each other, in this order.", "insert paragraph between headline and intro with {text: \"a\"}"),
        new("first in <component>[.<container>]", "First in a container; its name may be left out where there is one only.", "insert paragraph first in pair.right with {text: \"a\"}"),
        new("last in <component>[.<container>]", "Last in a container.", "move intro last in pair.left"),
        new("at start", "First in the document.", "move intro at start"),
        new("at end", "Last in the document; the place of 'insert' when none is given.", "move intro at end"),
    ];
}
