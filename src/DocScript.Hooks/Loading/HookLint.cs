using System.Collections.Immutable;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Hooks.Loading;

/// <summary>What is wrong with a folder that compiles and can be loaded.</summary>
public static class HookLint
{
    /// <summary>Names that clash, summaries that are missing, examples that are no script.</summary>
    public static ImmutableArray<Diagnostic> Of(FolderInPlay folder)
    {
        var set = folder.Set!;
        var (table, clashes) = JoinedCommands.Of([set]);
        if (!clashes.IsEmpty) return clashes;
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (file, manifest) in set.Files)
        {
            foreach (var command in manifest.Commands) Check(file, command.Method, $"command '{command.Pattern}'", command.Summary, command.Example);
            foreach (var function in manifest.Functions) Check(file, function.Method, $"function '{function.Name}'", function.Summary, function.Example);
        }

        return found.ToImmutable();

        void Check(string file, MethodDeclaration method, string what, string summary, string? example)
        {
            var place = PlaceOf(folder.Content!, file, method);
            if (summary.Length == 0) found.Add(new(TrustCodes.NoSummary, Severity.Warning, $"the {what} has no summary", place, Help: "write one line above it: /// <summary>What it does.</summary>"));
            if (example is not null && ScriptParser.Parse(new SourceText("example", example), table.Grammar).Diagnostics is [var wrong, ..])
                found.Add(new(TrustCodes.BadExample, Severity.Warning, $"the example of the {what} is no script: {wrong.Message}", place, Help: "write a line of script that uses it"));
        }
    }

    // One that was loaded from another file stands elsewhere.
    private static Location? PlaceOf(CommandFolder folder, string file, MethodDeclaration method)
    {
        var text = folder.Files.First(one => Path.GetFullPath(one.Name, folder.Path) == file).Text;
        return text.AsSpan(Math.Min(method.Start, text.Length)).StartsWith(method.Name, StringComparison.Ordinal) ? new(new SourceText(file, text), new Span(method.Start, method.Name.Length)) : null;
    }
}
