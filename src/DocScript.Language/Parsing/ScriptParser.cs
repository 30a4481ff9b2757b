using System.Text;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>A tree with all that was wrong with its text; statements that did not parse are left out of the tree.</summary>
public sealed record ParseResult(SourceText Source, Script Script, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the script has no syntax error.</summary>
    public bool IsValid => Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);

    /// <summary>Where the comments stand, from <c>#</c> to the end of their lines.</summary>
    public IReadOnlyList<Span> Comments { get; init; } = [];
}

/// <summary>Text to tree.</summary>
public static class ScriptParser
{
    /// <summary>Parses a script. Never throws, always ends, and reports every statement that is wrong, not only the first.</summary>
    public static ParseResult Parse(SourceText source, CommandGrammar grammar)
    {
        if (IsTooLarge(source.Text))
            return new(source, new Script([]), [new(
                SyntaxCodes.ScriptTooLarge, Severity.Error, $"the script is larger than {SyntaxLimits.ScriptBytes / 1024 / 1024} MiB", new(source, new(0, 0)),
                Help: "split the work into several scripts")]);
        var state = new ParseState(source, grammar);
        var script = Blocks.Script(new Cursor(state));
        var diagnostics = state.Diagnostics.OrderBy(diagnostic => diagnostic.Location!.Span.Start).ToList();
        if (state.HasTooManyErrors)
            diagnostics.Add(new(SyntaxCodes.TooManyErrors, Severity.Error, $"more than {SyntaxLimits.Errors - 1} errors; the rest of the script was not read", diagnostics[^1].Location, Help: "repair these first"));
        return new(source, script, diagnostics) { Comments = state.Spaces.Comments };
    }

    /// <summary>What can stand at the end of a text that is the beginning of a script, for completion. In the middle of a word, ask for the text before it.</summary>
    public static IReadOnlyList<Expectation> ExpectedAfter(string text, CommandGrammar grammar)
    {
        if (IsTooLarge(text)) return [];
        var state = new ParseState(new("", text), grammar);
        Blocks.Script(new Cursor(state));
        if (state.Furthest < text.TrimEnd(' ', '\t').Length || state.HasGivenUp) return [];
        var expected = state.Expected.Distinct();
        return [.. expected.Contains(Expectation.Statement) ? StatementWords(grammar) : expected];
    }

    private static IEnumerable<Expectation> StatementWords(CommandGrammar grammar) =>
        ReservedWords.Statements.Concat(grammar.Root.Words).Order(StringComparer.Ordinal).Select(word => new Expectation(word, true));

    private static bool IsTooLarge(string text) => text.Length > SyntaxLimits.ScriptBytes || (text.Length > SyntaxLimits.ScriptBytes / 3 && Encoding.UTF8.GetByteCount(text) > SyntaxLimits.ScriptBytes);
}
