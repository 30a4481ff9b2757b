using System.CommandLine.Parsing;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Engine.Commands;
using DocScript.Language.Parsing;
using DocScript.Language.Tree;
using Command = System.CommandLine.Command;

namespace DocScript.Cli.Completion;

/// <summary>
/// What the shells' completion asks: <c>docscript [suggest] "docscript run --st"</c> prints a line for each word that can stand at the end of the line, with a tab and a few words about it.
/// Nothing is printed where a file name can stand; the shells know files. No store is opened.
/// </summary>
internal static class Suggestions
{
    /// <summary>The first argument that asks.</summary>
    public const string Directive = "[suggest]";

    /// <summary>Prints the suggestions for a line up to the cursor, which begins with the program's name however it was called.</summary>
    public static async Task<int> PrintAsync(Command root, CliHost host, string line, CancellationToken cancellation)
    {
        var words = CommandLineParser.SplitCommandLine(line).Skip(1).ToList();
        if (line.Length == 0 || char.IsWhiteSpace(line[^1])) words.Add("");
        var current = words.Count == 0 ? "" : words[^1];
        IEnumerable<(string Word, string About)> suggestions = words is [.., "--param", _]
            ? await ParametersAsync(host, words, cancellation)
            : Words(root, words, current);
        foreach (var (word, about) in suggestions.Where(suggestion => suggestion.Word.StartsWith(current, StringComparison.Ordinal))) host.Out.Write($"{word}\t{about}\n");
        host.Out.Flush();
        return ExitStatus.Done;
    }

    // Options are for those who have typed a hyphen; '-h' and '/?' only repeat '--help'.
    private static IEnumerable<(string Word, string About)> Words(Command root, IReadOnlyList<string> words, string current) =>
        root.Parse([.. words], CommandLine.Parsing).GetCompletions()
            .Select(item => (Word: item.InsertText ?? item.Label, About: item.Detail ?? ""))
            .Where(item => item.Word.StartsWith("--", StringComparison.Ordinal) ? current.StartsWith('-') : item.Word[0] is not ('-' or '/'))
            .DistinctBy(item => item.Word, StringComparer.Ordinal);

    /// <summary>The parameters that the scripts of the line declare.</summary>
    private static async Task<IEnumerable<(string Word, string About)>> ParametersAsync(CliHost host, List<string> words, CancellationToken cancellation)
    {
        var found = new List<(string, string)>();
        foreach (var file in words.Where(word => word.EndsWith(".docscript", StringComparison.Ordinal)))
        {
            try
            {
                var script = ScriptParser.Parse(await TextInput.ScriptAsync(host, file, cancellation), CommandTable.BuiltIn.Grammar).Script;
                found.AddRange(script.Statements.OfType<ParamStatement>().Select(param => (param.Name.Text + "=", param.Type?.ToString().ToLowerInvariant() ?? "")));
            }
            catch (CommandRefused)
            {
                // A file that can't be read declares nothing; who runs the line is told why.
            }
        }

        return found;
    }
}
