using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>Composes commands into one trie. A point is the set of places that the commands can have come to by the same words and kinds of holes.</summary>
internal sealed class TrieBuilder
{
    private readonly Dictionary<Place, int> _numbers = [];
    private readonly Dictionary<string, GrammarPoint> _points = new(StringComparer.Ordinal);

    /// <summary>The first point.</summary>
    public static GrammarPoint Build(IReadOnlyList<CommandSyntax> syntaxes)
    {
        foreach (var syntax in syntaxes) CheckShape(syntax);
        return new TrieBuilder().Point([.. syntaxes.Select(syntax => new Place(syntax, Rest.Of(syntax.Elements, null)))], afterEquals: false);
    }

    private static void CheckShape(CommandSyntax syntax)
    {
        if (syntax.Elements.Count == 0 || syntax.Elements[0] is not Word first || !Names.IsBare(first.Text))
            throw Refused($"the command '{syntax}' does not start with a word");
        CheckElements(syntax, syntax.Elements);
        for (var place = 0; place < syntax.Holes.Count; place++)
            if (syntax.PlaceOf(syntax.Holes[place]) != place)
                throw Refused($"the command '{syntax}' has the hole '{syntax.Holes[place].Label}' twice; make two holes");
    }

    private static void CheckElements(CommandSyntax syntax, Items<SyntaxElement> elements)
    {
        foreach (var element in elements)
        {
            if (element is Word word && word.Text != "=" && !Names.IsBare(word.Text))
                throw Refused($"the command '{syntax}' has '{word.Text}', which is neither a word nor '='");
            if (element is not OptionalPart part) continue;
            if (!part.Elements.Any(inner => inner is Hole))
                throw Refused($"the command '{syntax}' has an optional part without a hole, so that nothing would tell whether it was written; make two commands of it");
            CheckElements(syntax, part.Elements);
        }
    }

    // In loops rather than in queries, because every start of the program composes the built-in commands.
    private GrammarPoint Point(List<Place> places, bool afterEquals)
    {
        var steps = new List<Place>();
        foreach (var place in places) CollectSteps(place.Syntax, place.Rest, steps);
        // A hole that nothing may follow is full, as is one after '='; so the same steps after '=' are another point.
        var key = (afterEquals ? "=" : "") + KeyOf(steps);
        if (_points.TryGetValue(key, out var known)) return known;
        var point = _points[key] = new GrammarPoint();
        var byWord = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        var byHole = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (step.Rest?.Element is Word word) Add(byWord, word.Text, step);
            else if (step.Rest?.Element is Hole hole) Add(byHole, ShapeOf(hole), step);
            else if (point.Complete is { } other) throw Refused($"the commands '{other}' and '{step.Syntax}' can't be told apart");
            else point.Complete = step.Syntax;
        }

        var words = new Dictionary<string, GrammarPoint>(StringComparer.Ordinal);
        foreach (var word in byWord.Keys) words[word] = Point(Behind(byWord[word]), word == "=");
        var holes = new List<HolePoint>();
        foreach (var shape in byHole.Keys) holes.Add(HoleAt(byHole[shape], afterEquals));
        CheckHoles(holes, words.Keys, steps);
        point.Lead(words, holes);
        return point;
    }

    private static void Add(Dictionary<string, List<Place>> groups, string name, Place step)
    {
        if (!groups.TryGetValue(name, out var group)) groups[name] = group = [];
        group.Add(step);
    }

    private static List<Place> Behind(List<Place> steps)
    {
        var places = new List<Place>(steps.Count);
        foreach (var step in steps) places.Add(new(step.Syntax, step.Rest!.Next));
        return places;
    }

    private string KeyOf(List<Place> steps)
    {
        var numbers = new int[steps.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Number(steps[i]);
        Array.Sort(numbers);
        var key = new StringBuilder();
        foreach (var number in numbers) key.Append(number).Append(',');
        return key.ToString();
    }

    private HolePoint HoleAt(List<Place> steps, bool afterEquals)
    {
        var bySyntax = new Dictionary<CommandSyntax, Hole>();
        foreach (var step in steps)
            if (!bySyntax.TryAdd(step.Syntax, (Hole)step.Rest!.Element) && !ReferenceEquals(bySyntax[step.Syntax], step.Rest.Element))
                throw Refused($"the command '{step.Syntax}' has two holes at one point that can't be told apart");
        var next = Point(Behind(steps), afterEquals: false);
        return new((Hole)steps[0].Rest!.Element, bySyntax, afterEquals || next.IsEnd, next);
    }

    private static void CheckHoles(IReadOnlyList<HolePoint> holes, IEnumerable<string> words, List<Place> steps)
    {
        var open = holes.Count(hole => hole.Hole.Kind is not (HoleKind.Block or HoleKind.Place));
        var clash = open > 1
            || (Takes(HoleKind.Block) && Takes(HoleKind.Value))
            || (Takes(HoleKind.Place) && words.Any(ReservedWords.Places.Contains));
        if (!clash) return;
        var syntaxes = steps.Where(step => step.Rest is not null).Select(step => step.Syntax).Distinct().ToList();
        throw Refused(
            syntaxes.Count > 1
                ? $"the commands '{syntaxes[0]}' and '{syntaxes[1]}' can't be told apart: at one point they have different holes for the same text"
                : $"the command '{syntaxes[0]}' has holes at one point that can't be told apart");

        bool Takes(HoleKind kind) => holes.Any(hole => hole.Hole.Kind == kind);
    }

#pragma warning disable MA0015 // The message is for people; the name of a parameter would be added to it.
    private static ArgumentException Refused(string message) => new(message);
#pragma warning restore MA0015

    private static string ShapeOf(Hole hole) => hole.Kind == HoleKind.Choice ? "choice " + string.Join(' ', hole.Choices) : ((int)hole.Kind).ToString(CultureInfo.InvariantCulture);

    private static void CollectSteps(CommandSyntax syntax, Rest? rest, List<Place> steps)
    {
        while (rest is { Element: OptionalPart part })
        {
            CollectSteps(syntax, Rest.Of(part.Elements, rest.Next), steps);
            rest = rest.Next;
        }

        var step = new Place(syntax, rest);
        if (!steps.Contains(step)) steps.Add(step);
    }

    private int Number(Place step)
    {
        if (!_numbers.TryGetValue(step, out var number)) _numbers[step] = number = _numbers.Count;
        return number;
    }

    /// <summary>What is left of a command after a point. Equal to another with the same elements, and not only equal ones, because there is one object of each in a syntax.</summary>
    private sealed class Rest(SyntaxElement element, Rest? next) : IEquatable<Rest>
    {
        private readonly int _hash = HashCode.Combine(RuntimeHelpers.GetHashCode(element), next?._hash);

        public SyntaxElement Element => element;

        public Rest? Next => next;

        public static Rest? Of(Items<SyntaxElement> elements, Rest? after)
        {
            for (var i = elements.Count - 1; i >= 0; i--) after = new Rest(elements[i], after);
            return after;
        }

        public bool Equals(Rest? other) => other is not null && ReferenceEquals(element, other.Element) && Equals(next, other.Next);

        public override bool Equals(object? obj) => Equals(obj as Rest);

        public override int GetHashCode() => _hash;
    }

    /// <summary>Where a command stands at a point; a step where no optional part is before it.</summary>
    private sealed record Place(CommandSyntax Syntax, Rest? Rest);
}
