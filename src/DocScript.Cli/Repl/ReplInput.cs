using System.Globalization;
using DocScript.Engine.Commands;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Cli.Repl;

/// <summary>What an input is as a text: whole or going on in the next line, and whether it only names the document that the next ones are about.</summary>
internal static class ReplInput
{
    private static readonly string[] OpenEnds = ["=", ",", "+", "-", "*", "/", "%", "<", ">", "??", " or", " and", " not", " in", " contains", " starts", " ends", " matches"];

    /// <summary>Whether brackets, braces and texts are closed and the last line does not end with an operator, <c>=</c> or <c>,</c>.</summary>
    public static bool IsWhole(string text)
    {
        // What is open: a bracket, a text ('"'), a raw text ('r'), an interpolation ('$').
        var open = new Stack<char>();
        var code = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var at = open.TryPeek(out var top) ? top : ' ';
            if (at is 'r')
            {
                if (Is(text, i, "\"\"\""))
                {
                    open.Pop();
                    i += 2;
                    code = i + 1;
                }
            }
            else if (at is '"')
            {
                if (c is '\\') i++;
                else if (c is '"' or '\n') open.Pop();
                else if (Is(text, i++, "${")) open.Push('$');
                else i--;
                if (c is '"') code = i + 1;
            }
            else if (c is '#')
            {
                while (i + 1 < text.Length && text[i + 1] is not '\n') i++;
            }
            else if (Is(text, i, "\"\"\""))
            {
                open.Push('r');
                i += 2;
            }
            else if (c is '"' or '(' or '[' or '{')
            {
                open.Push(c);
                code = i + 1;
            }
            else if (c is ')' or ']' or '}')
            {
                open.TryPop(out _);
                code = i + 1;
            }
            else if (!char.IsWhiteSpace(c))
            {
                code = i + 1;
            }
        }

        var end = text[..code];
        return open.Count == 0 && !Array.Exists(OpenEnds, word => end.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>The id or key in an input that is nothing but <c>use "key"</c>; null for any other.</summary>
    public static string? UsedDocument(SourceText source) => ScriptParser.Parse(source, CommandTable.BuiltIn.Grammar).Script.Statements switch
    {
        [UseStatement { Body: null, Document: TextLiteral key }] => key.Value,
        [UseStatement { Body: null, Document: IntegerLiteral id }] => id.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool Is(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;
}
