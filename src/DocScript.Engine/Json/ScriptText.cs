using DocScript.Engine.Json.Reading;
using DocScript.Language.Diagnostics;
using DocScript.Language.Formatting;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json;

/// <summary>A tree that was read from JSON as the script that it is: what no text of a script can say is a problem.</summary>
internal sealed class ScriptText(string name, CommandGrammar grammar, JsonProblems problems)
{
    /// <summary>The script in its one form, parsed from its text; null where problems were added.</summary>
    /// <param name="tree">Its statements stand where they were read.</param>
    /// <param name="list">The member of the JSON in which they are.</param>
    public ParseResult? Of(Script tree, string list)
    {
        var parsed = Parse(tree);
        if (parsed.IsValid && parsed.Script == tree && Parse(Formatter.Format(parsed, grammar)) is { IsValid: true } formatted) return formatted;
        var place = JsonPlace.Root.Member(list);
        for (var i = 0; i < tree.Statements.Count && !problems.IsFull; i++) Judge(tree.Statements[i], place.Item(i));
        if (!problems.Any)
            problems.Add(new(JsonProblemKind.Limit, JsonPlace.Root, new(0, 0), $"as a script this would be larger than {JsonLimits.Bytes / 1024 / 1024} MiB", Help: "split the work"));
        return null;
    }

    private void Judge(Statement statement, JsonPlace place)
    {
        var parsed = Parse(new Script([statement]));
        if (parsed.IsValid && parsed.Script.Statements is [var same] && same == statement) return;
        if (parsed.Diagnostics is [{ Code: var code }, ..] && code == SyntaxCodes.ScriptTooLarge) return;
        var (why, help) = parsed.Diagnostics is [var first, ..]
            ? (first.Message, first.Help ?? "write what a script could say")
            : ("its text would be read as another statement", "what needs parentheses in a script needs {\"parentheses\": …}");
        problems.Add(new(JsonProblemKind.NoStatement, place, new(statement.Span.Start, Math.Min(1, statement.Span.Length)), $"{place.Shown} is no statement of the language: {why}", Help: help));
    }

    private ParseResult Parse(Script tree) => Parse(Printer.Print(tree));

    private ParseResult Parse(string text) => ScriptParser.Parse(new SourceText(name, text), grammar);
}
