using System.Globalization;
using System.Text;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Language.Formatting;

/// <summary>Texts and names as the language writes them.</summary>
internal static class TextQuoting
{
    /// <summary>A text in double quotes, everything on one line.</summary>
    public static string Quote(string text) => $"\"{Escape(text)}\"";

    /// <summary>The inside of a quoted text.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 2);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"': result.Append("\\\""); break;
                case '\\': result.Append("\\\\"); break;
                case '\n': result.Append("\\n"); break;
                case '\t': result.Append("\\t"); break;
                case '\r': result.Append("\\r"); break;
                case '$' when i + 1 < text.Length && text[i + 1] == '{': result.Append("\\$"); break;
                default:
                    if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') result.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)c:X}}}");
                    else result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>A name where the language expects one: bare where it can be, else in quotes.</summary>
    public static string Name(Name name) => Names.IsBare(name.Text) ? name.Text : Quote(name.Text);

    /// <summary>A name where some words would be taken for the language's own.</summary>
    public static string Name(Name name, Func<string, bool> isWord) => Names.IsBare(name.Text) && !isWord(name.Text) ? name.Text : Quote(name.Text);

    /// <summary>A raw text: on one line where it can be, else each line at <paramref name="indent"/> columns.</summary>
    public static string Raw(string text, int indent)
    {
        var quotes = new string('"', Math.Max(3, LongestRun(text) + 1));
        if (text.Length > 0 && text[0] != '"' && text[^1] != '"' && !text.Contains('\n', StringComparison.Ordinal)) return quotes + text + quotes;
        var margin = new string(' ', indent);
        var lines = text.Split('\n').Select(line => line.Length == 0 ? line : margin + line);
        return $"{quotes}\n{string.Join('\n', lines)}\n{margin}{quotes}";
    }

    /// <summary>Whether a text can be written raw so that it reads back the same: line ends are read as <c>\n</c>, whatever they are.</summary>
    public static bool CanBeRaw(string text) => !text.Contains('\r', StringComparison.Ordinal);

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text) longest = Math.Max(longest, run = c == '"' ? run + 1 : 0);
        return longest;
    }
}
