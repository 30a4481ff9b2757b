using System.Text;
using DocScript.Cli.Diagnostics;
using DocScript.Engine.Commands;
using DocScript.Engine.Functions;
using DocScript.Engine.Reference;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;

namespace DocScript.Cli.Reference;

/// <summary>The reference of the language as Markdown, from the tables of statements, commands, expressions, functions, names, limits and diagnostics; its examples are run for what they print.</summary>
internal sealed class ReferenceText
{
    private readonly StringBuilder _text = new();
    private readonly CommandTable _commands;
    private readonly ReferenceWorld _world;

    private ReferenceText(CommandTable commands) => (_commands, _world) = (commands, new ReferenceWorld(commands));

    /// <summary>The whole text.</summary>
    public static async Task<string> WriteAsync(CommandTable commands)
    {
        var reference = new ReferenceText(commands);
        await reference.WriteAsync();
        return reference._text.ToString().TrimEnd('\n') + "\n";
    }

    private async Task WriteAsync()
    {
        Paragraph("# The DocScript reference");
        Paragraph("`docscript grammar` wrote this page; what is changed here is lost. The grammar in full is [docscript.ebnf](docscript.ebnf). Every example runs in a test. Those that print something show it behind an arrow; they run on these two documents, with document 1 as the current one, as user `anna`, on 2026-01-02 at 03:04:05 UTC:");
        Fence("docscript", ReferenceWorld.Documents);

        Paragraph("## How a script is written");
        Paragraph("A script is UTF-8 text and one transaction: all of it happens, or nothing. Spaces and `# comments` are free; a tab, a carriage return and every other white space of Unicode is a space. Words and names are case-sensitive.");
        Paragraph($"`;` and line ends separate statements. A line end is space inside `( )`, `[ ]` and `{{ }}` of values, after an operator, `=`, `:` or `,`, and before `{{`, an operator between values, or one of these words: {Words(ReservedWords.Continuing)}.");
        Paragraph("A name is a letter or `_`, then letters, digits, `_` and `-`: `doc-1a2b3c` is one name. Quotes make any text a name where one is expected (a content type, component, property, directive, container or id), never a keyword; such a name takes no `${}`. " +
            "Where a component is expected a quoted text is its id. In all other places quotes are text.");
        Paragraph($"No variable can be named {Words(ReservedWords.InExpressions)}, nor like a property of documents or a function.");

        Paragraph("## Statements");
        foreach (var statement in StatementHelp.All) await SectionAsync(statement);

        Paragraph("## Commands");
        Paragraph("`[ ]` may be left out. A hole that something may follow takes a literal, name, path, call or an expression in `( )`; a hole after `=`, and the last one, take any expression. Where a word of a command and a hole can stand at one place, the word is meant; quotes force the hole.");
        foreach (var command in _commands.Commands)
        {
            Paragraph($"### `{command.Syntax}`");
            Paragraph(command.Summary);
            Fence("docscript", command.Example);
        }

        Paragraph("## Places");
        foreach (var place in PlaceHelp.All) await EntryAsync(place);
        Paragraph("## Values");
        foreach (var literal in ExpressionHelp.Literals) await EntryAsync(literal);
        Paragraph("## Operators");
        Paragraph("From the loosest to the tightest: `or`; `and`; `not`; comparisons, the words among them; `??`; `+ -`; `* / %`; `-` before a value and `exists`. `a ?? b ?? c` groups right, all others left.");
        foreach (var operation in ExpressionHelp.Operators) await EntryAsync(operation);
        Paragraph("## Functions");
        Paragraph("Null in gives null out, unless said otherwise.");
        foreach (var function in FunctionTable.BuiltIn.All) await EntryAsync(new LanguageHelp(function.Signature, function.Summary, function.Example));
        Paragraph("## Properties of a document");
        foreach (var property in NameHelp.Properties) await EntryAsync(property);
        Paragraph("## Members of a component");
        Paragraph("Any other member is a directive (text for an editable, a boolean for a toggle, else an object; null when unset) or a container (a list of components).");
        foreach (var member in NameHelp.Members) await EntryAsync(member);

        Paragraph("## Limits");
        foreach (var limit in LimitHelp.All) Line($"- {limit.Subject}: {limit.Most} ([{limit.Code.Id}](#{Anchor(limit.Code)}))");
        Line("");

        Paragraph("## Diagnostics");
        Paragraph("`docscript explain <code>` shows the same. `«3×ab»` in an example stands for `ababab`.");
        foreach (var family in CodeTable.Create().All.GroupBy(entry => entry.Family))
        {
            Paragraph($"### {family.Key.Id}: {family.Key.Title}");
            Paragraph($"They come {family.Key.When}.");
            foreach (var entry in family) Diagnostic(entry);
        }
    }

    private void Diagnostic(CodeEntry entry)
    {
        Paragraph($"#### <a id=\"{Anchor(entry.Code)}\"></a>{entry.Code.Id}: {entry.Code.Title}");
        Paragraph(entry.Code.Explanation + (entry.Code.Severity == Severity.Warning ? " A warning." : ""));
        if (entry.Example is not { } example) return;
        Quoted("Before:", "docscript", example.Before);
        Quoted("Another commits meanwhile:", "docscript", example.Meanwhile);
        Fence(example.IsCommandLine ? "console" : "docscript", example.IsCommandLine ? "$ " + example.Input : example.Input);
        Fence("text", example.Message);
    }

    private void Quoted(string heading, string language, string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        Paragraph(heading);
        Fence(language, text);
    }

    private async Task SectionAsync(LanguageHelp help)
    {
        Paragraph($"### `{help.Form}`");
        Paragraph(help.Summary);
        Fence("docscript", help.Example);
        if (await _world.PrintedAsync(help.Example) is { Count: > 0 } printed) Fence("text", string.Join('\n', printed.Select(line => ("→ " + line).TrimEnd())));
    }

    private async Task EntryAsync(LanguageHelp help)
    {
        var printed = await _world.PrintedAsync(help.Example);
        Line($"- `{help.Form}`: {help.Summary}");
        Line("");
        foreach (var line in help.Example.Split('\n')) Line(line.Length == 0 ? "" : "      " + line);
        foreach (var line in printed.SelectMany(text => text.Split('\n'))) Line(("      → " + line).TrimEnd());
        Line("");
    }

    private void Fence(string language, string text)
    {
        // A raw text in an example has quotes, never backticks.
        Line("```" + language);
        Line(text);
        Line("```");
        Line("");
    }

    private void Paragraph(string text)
    {
        Line(text);
        Line("");
    }

    private void Line(string text) => _text.Append(text).Append('\n');

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal).Select(word => $"`{word}`"));

    private static string Anchor(DiagnosticCode code) => code.Id.ToLowerInvariant();
}
