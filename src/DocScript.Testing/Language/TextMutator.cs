using System.Text;

namespace DocScript.Testing.Language;

/// <summary>Damages texts as people and accidents do, and makes texts out of fragments of the language. The same seed gives the same text.</summary>
public sealed class TextMutator(Random random, IReadOnlyList<string> fragments)
{
    /// <summary>Fragments that every mutator has: symbols, words, and what often goes wrong.</summary>
    public static IReadOnlyList<string> CommonFragments { get; } =
    [
        "(", ")", "[", "]", "{", "}", "\"", "\"\"\"", "\"\"\"\n", "${", "\\", "\\u{1F600}", "$", "#", "# c\n", ";", "\n", "\r\n", "\r", " ", "\t", ",", ":", ".", "=", "==", "!=", "<", ">=", "??", "?", "+", "-",
        "- ", "*", "/", "%", "!", "'", "@", "\0", "\uFEFF", "\u00a0", "\u2028", "\ud83d\ude00", "\ud800", "\udc00", "é", "e\u0301", "1", "-5", "1.5", "9223372036854775808", "12px", "1.", "\"a\"", "\"a ${b} c\"", "{a: 1}",
        "[1, 2]", "a", "doc-1", "a.b", "a[0]", "f(x)", "true", "null", "not", "exists", "or", "and", "in", "contains", "matches", "use", "require", "param", "let", "if", "else", "for each", "document", "component", "print",
        "set", "meta", "title", "was", "as", "with", "after", "before", "between", "first in", "last in", "at start", "at", "where", "order by", "descending", "limit", "expect", "version", "key", "until", "because", "by",
        "if a {", "for each x in y {", "use 42 {", " = ", "let a = ", "print ",
    ];

    /// <summary>A text with a few damages.</summary>
    public string Mutate(string text)
    {
        var result = new StringBuilder(text);
        for (var i = random.Next(1, 4); i > 0; i--) Damage(result);
        return result.ToString();
    }

    /// <summary>A text with one small damage: a character or space less, a line end for a space, a fragment more; often it is still right.</summary>
    public string Nudge(string text)
    {
        if (text.Length == 0) return Fragment();
        var at = random.Next(text.Length);
        switch (random.Next(5))
        {
            case 0: return text.Remove(at, 1);
            case 1 when text.IndexOf(' ', at) is >= 0 and var space: return text.Remove(space, 1);
            case 2 when text.IndexOf(' ', at) is >= 0 and var space: return text.Remove(space, 1).Insert(space, "\n");
            case 3: return text.Insert(at, text[at].ToString());
            default: return text.Insert(at, Fragment());
        }
    }

    /// <summary>A text of fragments one after the other.</summary>
    public string Soup(int most)
    {
        var result = new StringBuilder();
        for (var i = random.Next(most + 1); i > 0; i--)
        {
            result.Append(Fragment());
            if (random.Next(2) == 0) result.Append(' ');
        }

        return result.ToString();
    }

    private void Damage(StringBuilder text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(7))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(random.Next(text.Length + 1), text.ToString(at, length)); break;
            case 2: text.Length = at; break;
            case 3 when at < text.Length: text[at] = (char)random.Next(random.Next(2) == 0 ? 128 : 65536); break;
            case 4: text.Remove(at, length).Insert(at, Fragment()); break;
            default: text.Insert(at, Fragment()); break;
        }
    }

    private string Fragment() => random.Next(3) == 0 && fragments.Count > 0 ? fragments[random.Next(fragments.Count)] : CommonFragments[random.Next(CommonFragments.Count)];
}
