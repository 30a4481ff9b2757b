using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Language.Formatting;

/// <summary>Formats a script's text: idempotent, keeps comments and single blank lines between statements, reparses its own output before it answers.</summary>
public static class Formatter
{
    /// <summary>The longest line that is not broken, in columns.</summary>
    public const int Width = 120;

    /// <summary>The formatted text of a script that parsed without errors.</summary>
    /// <exception cref="ArgumentException">The script has syntax errors.</exception>
    /// <exception cref="InvalidOperationException">The output would not parse to the same tree: a bug, reported instead of a damaged file.</exception>
    public static string Format(ParseResult parsed, CommandGrammar grammar)
    {
        if (!parsed.IsValid) throw new ArgumentException("a script with syntax errors can't be formatted", nameof(parsed));
        var text = StatementPrinter.Print(parsed.Script, Width, new Comments(parsed.Source.Text, parsed.Comments));
        var again = ScriptParser.Parse(new SourceText(parsed.Source.Name, text), grammar);
        if (!again.IsValid || !again.Script.Equals(parsed.Script) || !Texts(again).SequenceEqual(Texts(parsed), StringComparer.Ordinal))
            throw new InvalidOperationException("the formatted text would not say the same as the script; the file was left as it is");
        return text;
    }

    private static IEnumerable<string> Texts(ParseResult parsed) =>
        parsed.Comments.Select(comment => parsed.Source.Text.Substring(comment.Start, comment.Length).TrimEnd()).Order(StringComparer.Ordinal);
}
