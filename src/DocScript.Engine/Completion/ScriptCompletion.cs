using DocScript.Engine.Commands;
using DocScript.Engine.Reference;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Completion;

/// <summary>What can stand at a place of a script, from what the parser expects there and the tables: for editors and the REPL.</summary>
public static class ScriptCompletion
{
    /// <summary>The suggestions for the end of a text that is the beginning of a script; those that continue the word which stands there. Empty where the text is wrong already.</summary>
    public static IReadOnlyList<ScriptSuggestion> After(string text, CommandTable commands)
    {
        var start = StartOfWord(text);
        var (before, word) = (text[..start], text[start..]);
        var expected = ScriptParser.ExpectedAfter(before, commands.Grammar);
        var starts = expected.Any(one => one.IsLiteral && one.Text == "print") ? Beginnings(commands) : null;
        return
        [
            .. expected.SelectMany(one => one.IsLiteral ? [new ScriptSuggestion(one.Text, starts?.GetValueOrDefault(one.Text) ?? "", true)] : Named(one, before, commands))
                .Where(suggestion => !suggestion.IsLiteral ? word.Length == 0 : suggestion.Text.StartsWith(word, StringComparison.Ordinal))
                .DistinctBy(suggestion => suggestion.Text, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ScriptSuggestion> Named(Expectation expected, string before, CommandTable commands)
    {
        yield return new(expected.Text, "", false);
        if (expected != Expectation.Value && expected != Expectation.Component) yield break;
        foreach (var variable in Variables.Of(ScriptParser.Parse(new SourceText("", before), commands.Grammar).Script.Statements)) yield return new(variable, "variable", true);
        if (expected != Expectation.Value) yield break;
        foreach (var property in NameHelp.Properties) yield return new(property.Form, property.Summary, true);
        foreach (var function in commands.Functions.All) yield return new(function.Name, function.Signature, true);
    }

    private static Dictionary<string, string> Beginnings(CommandTable commands) =>
        StatementHelp.All.Select(help => help.Form).Concat(commands.Commands.Select(command => command.Syntax.ToString()))
            .GroupBy(form => form.Split(' ')[0], StringComparer.Ordinal)
            .ToDictionary(forms => forms.Key, forms => string.Join("; ", forms), StringComparer.Ordinal);

    private static int StartOfWord(string text)
    {
        var start = text.Length;
        while (start > 0 && Names.IsBare(string.Concat("_", text.AsSpan(start - 1)))) start--;
        return start;
    }
}
