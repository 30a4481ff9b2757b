using System.Globalization;
using System.Text.RegularExpressions;

namespace DocScript.Testing.Language.Ebnf;

/// <summary>Reads the EBNF of the W3C (https://www.w3.org/TR/xml/#sec-notation), with remarks such as <c>/* ws: explicit */</c> behind a rule.</summary>
public sealed partial class EbnfReader
{
    private readonly List<string> _tokens;
    private int _next;

    private EbnfReader(string text) => _tokens = [.. Token().Matches(text).Select(match => match.Value.Trim()).Where(token => token.Length > 0)];

    /// <summary>The rules by name.</summary>
    /// <exception cref="FormatException">The text is not in the notation, has a rule twice or names one that is missing.</exception>
    public static IReadOnlyDictionary<string, EbnfRule> Read(string text)
    {
        if (Token().Replace(text, "") is { Length: > 0 } rest) throw new FormatException($"'{rest}' is not of the notation");
        var reader = new EbnfReader(text);
        var rules = new Dictionary<string, EbnfRule>(StringComparer.Ordinal);
        while (reader.SkipComments())
        {
            var rule = reader.Rule();
            if (!rules.TryAdd(rule.Name, rule)) throw new FormatException($"the rule '{rule.Name}' stands twice");
        }

        foreach (var name in rules.Values.SelectMany(rule => References(rule.Body)))
            if (!rules.ContainsKey(name))
                throw new FormatException($"there is no rule '{name}'");
        return rules;
    }

    /// <summary>The rules that a node names, at any depth.</summary>
    public static IEnumerable<string> References(EbnfNode node) => All(node).OfType<EbnfReference>().Select(reference => reference.Rule);

    /// <summary>The words and symbols in quotes, at any depth.</summary>
    public static IEnumerable<string> Literals(EbnfNode node) => All(node).OfType<EbnfLiteral>().Select(literal => literal.Text);

    private static IEnumerable<EbnfNode> All(EbnfNode node)
    {
        IEnumerable<EbnfNode> parts = node switch
        {
            EbnfSequence sequence => sequence.Parts,
            EbnfChoice choice => choice.Parts,
            EbnfRepeat repeat => [repeat.Part],
            EbnfExcept except => [except.Part, except.Not],
            _ => [],
        };
        return parts.SelectMany(All).Prepend(node);
    }

    private string Current => _next < _tokens.Count ? _tokens[_next] : "";

    private bool AtRule => _next + 1 < _tokens.Count && _tokens[_next + 1] == "::=";

    private bool SkipComments()
    {
        while (Current.StartsWith("/*", StringComparison.Ordinal)) _next++;
        return _next < _tokens.Count;
    }

    private EbnfRule Rule()
    {
        if (!AtRule) throw new FormatException($"expected a rule, found '{Current}'");
        var name = Current;
        _next += 2;
        var body = Choice();
        var remark = Current.StartsWith("/*", StringComparison.Ordinal) ? Current : "";
        var space = remark.Contains("ws: explicit", StringComparison.Ordinal) ? EbnfSpace.Explicit : remark.Contains("ws: lines", StringComparison.Ordinal) ? EbnfSpace.Lines : EbnfSpace.Statement;
        return new EbnfRule(name, body, space, remark.Contains("longest", StringComparison.Ordinal));
    }

    private EbnfNode Choice()
    {
        var parts = new List<EbnfNode> { Sequence() };
        while (Current == "|")
        {
            _next++;
            parts.Add(Sequence());
        }

        return parts is [var only] ? only : new EbnfChoice(parts);
    }

    private EbnfNode Sequence()
    {
        var parts = new List<EbnfNode>();
        while (Current is not ("" or "|" or ")" or "-") && !AtRule && !Current.StartsWith("/*", StringComparison.Ordinal)) parts.Add(Except());
        return parts switch
        {
            [] => throw new FormatException($"expected a part of a rule, found '{Current}'"),
            [var only] => only,
            _ => new EbnfSequence(parts),
        };
    }

    private EbnfNode Except()
    {
        var part = Repeated();
        if (Current != "-") return part;
        _next++;
        return new EbnfExcept(part, Repeated());
    }

    private EbnfNode Repeated()
    {
        var part = Single();
        if (Current is not ("?" or "*" or "+")) return part;
        var sign = _tokens[_next++];
        return new EbnfRepeat(part, sign == "+" ? 1 : 0, sign == "?");
    }

    private EbnfNode Single()
    {
        var token = Current;
        _next++;
        switch (token[0])
        {
            case '(':
                var inner = Choice();
                if (Current != ")") throw new FormatException($"expected ')', found '{Current}'");
                _next++;
                return inner;
            case '\'' or '"':
                return new EbnfLiteral(token[1..^1]);
            case '[' or '#':
                return Characters(token.Trim('[', ']'));
            default:
                return new EbnfReference(token);
        }
    }

    private static EbnfCharacters Characters(string text)
    {
        var ranges = new List<(int, int)>();
        foreach (Match match in Range().Matches(text.StartsWith('^') ? text[1..] : text))
            ranges.Add((Code(match.Groups["from"].Value), Code(match.Groups["to"].Success ? match.Groups["to"].Value : match.Groups["from"].Value)));
        return new EbnfCharacters(ranges, text.StartsWith('^'));
    }

    private static int Code(string character) => character.StartsWith("#x", StringComparison.Ordinal)
        ? int.Parse(character.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : character[0];

    [GeneratedRegex("""/\*[\s\S]*?\*/|::=|'[^'\n]*'|"[^"\n]*"|\[[^\]\n]*\]|#x[0-9A-F]+|[A-Za-z][A-Za-z0-9]*|[-?*+|()]|\s+""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();

    [GeneratedRegex("(?<from>#x[0-9A-F]+|.)(-(?<to>#x[0-9A-F]+|.))?", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Range();
}
