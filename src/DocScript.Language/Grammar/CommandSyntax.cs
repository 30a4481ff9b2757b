using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>A command's declared shape: words and holes, some optional. Compared by reference: two commands never share one.</summary>
public sealed class CommandSyntax
{
    private readonly Hole[] _holes;

    private CommandSyntax(Items<SyntaxElement> elements) => (Elements, _holes) = (elements, [.. HolesOf(elements)]);

    /// <summary>The parts in order; the first is a word.</summary>
    public Items<SyntaxElement> Elements { get; }

    /// <summary>The syntax made of these parts: <c>Of("set", "meta", Property, "=", Value, Optional("was", Was))</c>.</summary>
    public static CommandSyntax Of(params SyntaxElement[] elements) => new(Items.Create<SyntaxElement>(elements));

    /// <summary>A part that may be left out.</summary>
    public static SyntaxElement Optional(params SyntaxElement[] elements) => new OptionalPart(Items.Create<SyntaxElement>(elements));

    /// <summary>The holes in order, with those of optional parts.</summary>
    public IReadOnlyList<Hole> Holes => _holes;

    internal int HoleCount => _holes.Length;

    /// <summary>The words that can't be left out, without <c>=</c>: <c>set meta</c>.</summary>
    public string Words => string.Join(' ', Elements.OfType<Word>().Select(word => word.Text).Where(word => word != "="));

    /// <summary>Arguments from fillings in any order.</summary>
    /// <exception cref="ArgumentException">A hole is none of this syntax.</exception>
    public Arguments Arguments(params IEnumerable<(Hole Hole, Node Filling)> fillings)
    {
        var byPlace = new Node?[_holes.Length];
        foreach (var (hole, filling) in fillings)
        {
            var place = PlaceOf(hole);
            if (place < 0) throw new ArgumentException($"the command '{this}' has no hole '{hole.Label}'", nameof(fillings));
            byPlace[place] = filling;
        }

        return new(this, byPlace);
    }

    /// <summary>Which of the holes it is, from 0; -1 for none of them.</summary>
    internal int PlaceOf(Hole hole)
    {
        for (var place = 0; place < _holes.Length; place++)
            if (ReferenceEquals(_holes[place], hole))
                return place;
        return -1;
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
