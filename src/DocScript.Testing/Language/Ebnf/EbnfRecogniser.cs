using System.Text;

namespace DocScript.Testing.Language.Ebnf;

/// <summary>
/// Whether a text is derived from a grammar: the set of all ends that a rule can have at a place, without order or greed. It knows nothing of the parser; what the notation
/// can't say it does as the head of the EBNF tells it, each in one place here: space, words, letters, raw texts, what stands behind a number.
/// </summary>
public sealed class EbnfRecogniser(IReadOnlyDictionary<string, EbnfRule> rules, string text)
{
    private readonly Dictionary<(string Rule, int Position, bool Lines), IReadOnlyList<int>> _known = [];

    /// <summary>Whether the whole text, with space around it, is what a rule derives.</summary>
    public bool Derives(string rule) => Derives(new EbnfReference(rule));

    /// <summary>Whether the whole text, with space around it, is what a part of a rule derives.</summary>
    public bool Derives(EbnfNode node) => Ends(node, 0, new Mode(false, false)).Any(end => Skip(end, new Mode(false, false)) == text.Length);

    /// <summary>Whether something that a rule derives stands at the beginning of the text.</summary>
    public bool Begins(string rule) => Of(rule, 0, lines: false).Count > 0;

    private IReadOnlyList<int> Ends(EbnfNode node, int at, Mode mode) => node switch
    {
        EbnfLiteral literal => IsWord(literal.Text) ? Word(literal.Text, at) : string.CompareOrdinal(text, at, literal.Text, 0, literal.Text.Length) == 0 ? [at + literal.Text.Length] : [],
        EbnfCharacters characters => Character(characters, at),
        EbnfReference reference => Of(reference.Rule, at, mode.Lines),
        EbnfSequence sequence => Sequence(sequence, at, mode),
        EbnfChoice choice => Union(choice.Parts.Select(part => Ends(part, at, mode))),
        EbnfRepeat repeat => Repeat(repeat, at, mode),
        EbnfExcept except => Ends(except.Part, at, mode) is { Count: > 0 } ends ? [.. ends.Except(Ends(except.Not, at, mode))] : [],
        _ => throw new ArgumentException($"no such part of a rule: {node}", nameof(node)),
    };

    private IReadOnlyList<int> Of(string name, int at, bool lines)
    {
        if (_known.TryGetValue((name, at, lines), out var known)) return known;
        var rule = rules[name];
        IReadOnlyList<int> ends = name switch
        {
            "RawText" => RawText(at),
            "Letter" => Ends(rule.Body, at, new Mode(true, lines)) is [var end] && (text[at] < 128 || Rune.IsLetter(Rune.GetRuneAt(text, at))) ? [end] : [],
            _ => Ends(rule.Body, at, new Mode(rule.Space == EbnfSpace.Explicit, lines || rule.Space == EbnfSpace.Lines)),
        };
        if (rule.IsLongest && ends.Count > 1) ends = [ends.Max()];
        if (name == "Number" && ends is [var behind] && (Of("Letter", behind, lines: false).Count > 0 || (behind < text.Length && text[behind] == '_'))) ends = [];
        return _known[(name, at, lines)] = ends;
    }

    private IReadOnlyList<int> Sequence(EbnfSequence sequence, int at, Mode mode)
    {
        IReadOnlyList<int> ends = [at];
        var isFirst = true;
        foreach (var part in sequence.Parts)
        {
            ends = Further(part, ends, mode, isFirst);
            if (ends.Count == 0) break;
            isFirst = false;
        }

        return ends;
    }

    private IReadOnlyList<int> Repeat(EbnfRepeat repeat, int at, Mode mode)
    {
        var all = new List<int>();
        if (repeat.Least == 0) all.Add(at);
        IReadOnlyList<int> ends = [at];
        var isFirst = true;
        do
        {
            ends = [.. Further(repeat.Part, ends, mode, isFirst).Where(end => !all.Contains(end))];
            all.AddRange(ends);
            isFirst = false;
        }
        while (ends.Count > 0 && !repeat.IsOnce);
        return all;
    }

    // Space stands before a part, and only where the part is not empty.
    private IReadOnlyList<int> Further(EbnfNode part, IReadOnlyList<int> from, Mode mode, bool isFirst)
    {
        if (from is [var only] && (isFirst || mode.Explicit)) return Ends(part, only, mode);
        return Union(from.Select(position =>
        {
            var at = isFirst ? position : Skip(position, mode);
            var ends = Ends(part, at, mode);
            return at == position ? ends : [.. ends.Select(end => end == at ? position : end)];
        }));
    }

    private static IReadOnlyList<int> Union(IEnumerable<IReadOnlyList<int>> sets)
    {
        IReadOnlyList<int> all = [];
        foreach (var set in sets)
            if (set.Count > 0)
                all = all.Count == 0 ? set : [.. all.Union(set)];
        return all;
    }

    private int Skip(int position, Mode mode)
    {
        if (mode.Explicit) return position;
        position = SkipSpace(position);
        if (position >= text.Length || text[position] != '\n') return position;
        var beyond = position;
        while (beyond < text.Length && text[beyond] == '\n') beyond = SkipSpace(beyond + 1);
        return mode.Lines || Of("Continuing", beyond, lines: false).Count > 0 ? beyond : position;
    }

    private int SkipSpace(int position)
    {
        while (Of("Space", position, lines: false) is [var end]) position = end;
        return position;
    }

    private IReadOnlyList<int> Word(string word, int at) => Of("BareName", at, lines: false) is [var end] && end - at == word.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0 ? [end] : [];

    private static bool IsWord(string literal) => char.IsLetter(literal[0]) && literal.All(char.IsLetter);

    private IReadOnlyList<int> Character(EbnfCharacters characters, int at) =>
        at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && characters.Holds(rune.Value) ? [at + rune.Utf16SequenceLength] : [];

    private IReadOnlyList<int> RawText(int at)
    {
        var quotes = QuotesAt(at);
        if (quotes < 3) return [];
        for (var i = at + quotes; i < text.Length; i++)
            if (QuotesAt(i) is var found && found >= quotes)
                return [i + found];
        return [];
    }

    private int QuotesAt(int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '"') end++;
        return end - at;
    }

    private readonly record struct Mode(bool Explicit, bool Lines);
}
