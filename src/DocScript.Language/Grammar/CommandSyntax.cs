using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>A command's declared shape: words and holes, some optional. Compared by reference: two commands never share one.</summary>
public sealed class CommandSyntax
{
    private CommandSyntax(Items<SyntaxElement> elements) => Elements = elements;

    /// <summary>The parts in order; the first is a word.</summary>
    public Items<SyntaxElement> Elements { get; }

    /// <summary>The syntax made of these parts: <c>Of("set", "meta", Property, "=", Value, Optional("was", Was))</c>.</summary>
    public static CommandSyntax Of(params SyntaxElement[] elements) => new(Items.Create<SyntaxElement>(elements));

    /// <summary>A part that may be left out.</summary>
    public static SyntaxElement Optional(params SyntaxElement[] elements) => new OptionalPart(Items.Create<SyntaxElement>(elements));

    /// <summary>The holes in order, with those of optional parts.</summary>
    public IEnumerable<Hole> Holes => HolesOf(Elements);

    /// <summary>The words that can't be left out, without <c>=</c>: <c>set meta</c>.</summary>
    public string Words => string.Join(' ', Elements.OfType<Word>().Select(word => word.Text).Where(word => word != "="));

    /// <summary>Arguments from fillings in any order.</summary>
    public Arguments Arguments(IEnumerable<(Hole Hole, Node Filling)> fillings)
    {
        var found = fillings.ToDictionary(filling => filling.Hole, filling => filling.Filling);
        return new([.. Holes.Where(found.ContainsKey).Select(hole => (hole, found[hole]))]);
    }

    /// <summary>Whether a name in one of the holes would, without quotes, be taken for a word of this command that may be left out.</summary>
    internal bool MayHaveWord(string name) => MayHaveWord(Elements, name, isOptional: false);

    private static bool MayHaveWord(Items<SyntaxElement> elements, string name, bool isOptional) => elements.Any(element => element switch
    {
        Word word => isOptional && word.Text == name,
        OptionalPart part => MayHaveWord(part.Elements, name, isOptional: true),
        Hole { Kind: HoleKind.Place } => ReservedWords.Places.Contains(name),
        _ => false,
    });

    private static IEnumerable<Hole> HolesOf(Items<SyntaxElement> elements) => elements.SelectMany(element => element switch
    {
        Hole hole => [hole],
        OptionalPart part => HolesOf(part.Elements),
        _ => (IEnumerable<Hole>)[],
    });

    /// <summary>The shape as help shows it: <c>set meta &lt;property&gt; = &lt;value&gt; [was &lt;old&gt;]</c>.</summary>
    public override string ToString() => Show(Elements);

    private static string Show(Items<SyntaxElement> elements) => string.Join(' ', elements.Select(element => element switch
    {
        Word word => word.Text,
        OptionalPart part => $"[{Show(part.Elements)}]",
        Hole { Kind: HoleKind.Block } => "{ … }",
        Hole { Kind: HoleKind.Components } hole => $"<{hole.Label}>[, <{hole.Label}>…]",
        Hole hole => $"<{hole.Label}>",
        _ => "",
    }));
}
