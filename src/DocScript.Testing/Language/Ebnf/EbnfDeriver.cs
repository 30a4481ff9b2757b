using System.Text;

namespace DocScript.Testing.Language.Ebnf;

/// <summary>Random sentences of a grammar. The same seed gives the same sentence.</summary>
public sealed class EbnfDeriver
{
    private const int Unending = 1000;

    private static readonly string[] Letters = ["a", "b", "x", "T", "e", "ü", "漢", "𝒳"];
    private static readonly string[] Characters = ["a", "B", "1", " ", "-", "'", "#", "<", "}", "{", "é", "😀", "\t", "\u00a0", "(", ";", "="];
    private static readonly string[] RawTexts = ["\"\"\"a ${b}\"\"\"", "\"\"\"\"a \"\"\" b\"\"\"\"", "\"\"\"\n  a\n   \\b\n\n  \"\"\""];

    private readonly IReadOnlyDictionary<string, EbnfRule> _rules;
    private readonly Dictionary<string, int> _heights;
    private readonly Random _random;
    private readonly bool _isLoose;
    private readonly List<string> _words;

    /// <summary>A deriver from rules.</summary>
    /// <param name="isLoose">Whether what an <c>A - B</c> leaves out is derived too: sentences that are nearly right.</param>
    public EbnfDeriver(IReadOnlyDictionary<string, EbnfRule> rules, Random random, bool isLoose = false)
    {
        (_rules, _random, _isLoose) = (rules, random, isLoose);
        _words = [.. rules.Values.SelectMany(rule => EbnfReader.Literals(rule.Body)).Where(literal => literal.All(char.IsLetter)).Distinct(StringComparer.Ordinal)];
        _heights = rules.Keys.ToDictionary(name => name, _ => Unending, StringComparer.Ordinal);
        bool changed;
        do
        {
            changed = false;
            foreach (var rule in rules.Values)
            {
                var height = Height(rule.Body) + 1;
                if (height >= _heights[rule.Name]) continue;
                _heights[rule.Name] = height;
                changed = true;
            }
        }
        while (changed);
    }

    /// <summary>A sentence of a rule; beyond <paramref name="depth"/> rules inside one another it takes the shortest way.</summary>
    public string Sentence(string rule, int depth) => Write(Pieces(new EbnfReference(rule), depth, new Mode(false, false)));

    private List<Piece> Pieces(EbnfNode node, int depth, Mode mode)
    {
        switch (node)
        {
            case EbnfLiteral literal: return [new(literal.Text)];
            case EbnfCharacters characters: return [new(Character(characters))];
            case EbnfReference reference: return Of(_rules[reference.Rule], depth - 1, mode);
            case EbnfChoice choice: return Pieces(Pick(choice, depth), depth, mode);
            case EbnfSequence sequence: return Joined(sequence.Parts, depth, mode);
            case EbnfRepeat repeat: return Joined(Enumerable.Repeat(repeat.Part, Times(repeat, depth)), depth, mode);
            case EbnfExcept except: return _isLoose && _random.Next(2) == 0 ? Pieces(except.Not, depth, mode) : [new(Except(except, depth, mode))];
            default: throw new ArgumentException($"no such part of a rule: {node}", nameof(node));
        }
    }

    private List<Piece> Of(EbnfRule rule, int depth, Mode mode) => rule.Name switch
    {
        "RawText" => [new(RawTexts[_random.Next(RawTexts.Length)])],
        "Letter" => [new(Letters[_random.Next(Letters.Length)])],
        "BareName" when _random.Next(6) == 0 => [new(_words[_random.Next(_words.Count)])],
        _ => Pieces(rule.Body, depth, new Mode(rule.Space == EbnfSpace.Explicit, mode.Lines || rule.Space == EbnfSpace.Lines)),
    };

    private List<Piece> Joined(IEnumerable<EbnfNode> parts, int depth, Mode mode)
    {
        var pieces = new List<Piece>();
        foreach (var part in parts)
        {
            var next = Pieces(part, depth, mode);
            if (next.Count == 0) continue;
            if (pieces.Count > 0 && !mode.Explicit) pieces.Add(new("", mode.Lines ? Gap.Lines : Gap.Statement));
            pieces.AddRange(next);
        }

        return pieces;
    }

    private EbnfNode Pick(EbnfChoice choice, int depth)
    {
        var able = choice.Parts.Where(part => Height(part) <= depth).ToList();
        return able.Count > 0 ? able[_random.Next(able.Count)] : choice.Parts.MinBy(Height)!;
    }

    private int Times(EbnfRepeat repeat, int depth)
    {
        var times = repeat.Least;
        if (Height(repeat.Part) > depth) return times;
        while (times < (repeat.IsOnce ? 1 : 3) && _random.Next(5) < 2) times++;
        return times;
    }

    private string Except(EbnfExcept except, int depth, Mode mode)
    {
        while (true)
        {
            var text = Write(Pieces(except.Part, depth, mode));
            if (_isLoose || !new EbnfRecogniser(_rules, text).Derives(except.Not)) return text;
        }
    }

    private string Character(EbnfCharacters characters)
    {
        if (characters is { IsNegated: false, Ranges: [var only] } && only.From == only.To) return char.ConvertFromUtf32(only.From);
        var fitting = Characters.Where(text => characters.Holds(char.ConvertToUtf32(text, 0))).ToList();
        if (characters.IsNegated || fitting.Count > 2) return fitting[_random.Next(fitting.Count)];
        var (from, to) = characters.Ranges[_random.Next(characters.Ranges.Count)];
        return char.ConvertFromUtf32(_random.Next(from, to + 1));
    }

    private int Height(EbnfNode node) => node switch
    {
        EbnfReference reference => _heights[reference.Rule],
        EbnfSequence sequence => sequence.Parts.Max(Height),
        EbnfChoice choice => choice.Parts.Min(Height),
        EbnfRepeat repeat => repeat.Least == 0 ? 0 : Height(repeat.Part),
        EbnfExcept except => Height(except.Part),
        _ => 0,
    };

    // Where two lexemes would become one, a gap is space; else it may be nothing. A line end stands only where it is space.
    private string Write(List<Piece> pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Gap == Gap.None)
            {
                text.Append(pieces[i].Text);
                continue;
            }

            var next = NextLexeme(pieces, i + 1);
            text.Append(_random.Next(12) switch
            {
                0 when MayEndBefore(pieces[i].Gap, next) => "\n",
                1 when MayEndBefore(pieces[i].Gap, next) => " # c\r\n\t\n ",
                2 => "  ",
                3 => "\t\u00a0",
                < 8 when text.Length > 0 && next.Length > 0 && !Melts(text[^1], next[0]) => "",
                _ => " ",
            });
        }

        return text.ToString();
    }

    private static string NextLexeme(List<Piece> pieces, int start)
    {
        var end = start;
        while (end < pieces.Count && pieces[end].Gap == Gap.None) end++;
        return string.Concat(pieces.GetRange(start, end - start).Select(piece => piece.Text));
    }

    private bool MayEndBefore(Gap gap, string next) => gap == Gap.Lines || new EbnfRecogniser(_rules, next).Begins("Continuing");

    private static bool Melts(char left, char right) => (IsOfName(left) && IsOfName(right)) || (left == '"' && right == '"');

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '_' or '-';

    private enum Gap
    {
        None,
        Statement,
        Lines,
    }

    private readonly record struct Piece(string Text, Gap Gap = Gap.None);

    private readonly record struct Mode(bool Explicit, bool Lines);
}
