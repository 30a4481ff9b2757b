using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Engine.Commands;
using DocScript.Engine.Designs;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Testing;

/// <summary>
/// Runs tests of scripts, each on an empty store in memory with counted ids and a clock that stands still: the sections run a minute apart, from 2026-01-01. Safe for several threads.
/// </summary>
/// <param name="commands">The commands that scripts can call.</param>
/// <param name="read">Reads a file that a test names, relative to the test's own name.</param>
public sealed class TestRunner(ICommandSource commands, Func<string, string, CancellationToken, Task<TestInput>> read)
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Runs a test up to its first section that comes out otherwise than it says.</summary>
    public async Task<TestResult> RunAsync(SourceText source, CancellationToken cancellation = default)
    {
        await using var store = new MemoryStore(new FixedClock(Begin));
        var (table, problems) = commands.Select(ScriptNeeds.Of(ScriptParser.Parse(source, CommandTable.BuiltIn.Grammar)), store);
        if (!problems.IsEmpty) return new(source.Name, 0, problems);
        var file = TestFile.Parse(source, table.Grammar);
        if (file.Diagnostics.Count > 0) return new(source.Name, 0, [.. file.Diagnostics.Concat(file.Sections.SelectMany(section => section.Diagnostics)).OrderBy(diagnostic => diagnostic.Location?.Span.Start)]);
        var (ids, now, ran) = (new FixedIds(), Begin, 0);
        var wrong = await SetDesignAsync(file, store, ids, cancellation).ConfigureAwait(false);
        foreach (var section in file.Sections)
        {
            if (!wrong.IsEmpty) break;
            now = section.Now ?? now.AddMinutes(1);
            wrong = await RunAsync(file, section, table, store, commands => new ScriptEngine(store, commands, new FixedClock(now), ids), cancellation).ConfigureAwait(false);
            ran++;
        }

        return new(source.Name, ran, wrong);
    }

    private async Task<ImmutableArray<Diagnostic>> SetDesignAsync(TestFile file, MemoryStore store, FixedIds ids, CancellationToken cancellation)
    {
        if (file.Design is not { } name) return [];
        var (source, problem) = await ReadAsync(file, name, cancellation).ConfigureAwait(false);
        if (source is null) return [problem!];
        var text = DesignText.Read(source);
        if (text.Design is not { } design) return [Unexpected(file, name.Span, $"'{name.Text}' is not a design"), .. text.Diagnostics];
        var (result, _) = await new DesignImport(store, new FixedClock(Begin), ids).RunAsync(design, name.Text, "tester", force: true, cancellation).ConfigureAwait(false);
        return result is Done ? [] : ResultJson.DiagnosticsOf(result);
    }

    private async Task<ImmutableArray<Diagnostic>> RunAsync(TestFile file, TestSection section, CommandTable table, MemoryStore store, Func<CommandTable, ScriptEngine> engineOf, CancellationToken cancellation)
    {
        var source = file.Source;
        var parsed = new ParseResult(source, new Script([.. section.Statements]), section.Diagnostics);
        if (section.File is { } name)
        {
            (var script, var problem) = await ReadAsync(file, name, cancellation).ConfigureAwait(false);
            if (script is null) return [problem!];
            source = script;
            parsed = ScriptParser.Parse(source, CommandTable.BuiltIn.Grammar);
            // A file's commands are those beside the file, not beside its test.
            (table, var problems) = commands.Select(ScriptNeeds.Of(parsed), store);
            if (!problems.IsEmpty) return [Unexpected(file, section.Span, $"'{name.Text}' did not run"), .. problems];
            if (!ReferenceEquals(table, CommandTable.BuiltIn)) parsed = ScriptParser.Parse(source, table.Grammar);
        }

        var engine = engineOf(table);
        var request = new RunRequest { Source = source, Actor = section.Actor, Document = section.Document, Parameters = section.Parameters };
        var result = section.IsThen
            ? engine.Plan(parsed, table, request, cancellation)
            : await engine.RunAsync(parsed, table, request, cancellation).ConfigureAwait(false);
        var wrong = Judge(file, section, result);
        return section.File is null && result is InConflict && wrong is [.., { Location: not null } failure]
            ? wrong.SetItem(wrong.Length - 1, FailedRequirement.Explain(failure, parsed, part => engine.Plan(part, table, request, cancellation)))
            : wrong;
    }

    private static ImmutableArray<Diagnostic> Judge(TestFile file, TestSection section, RunResult result)
    {
        var diagnostics = ResultJson.DiagnosticsOf(result);
        if (section.Expected.Count == 0)
        {
            if (result is Done) return [];
            return section.File is null ? diagnostics : [Unexpected(file, section.Span, $"'{section.File.Text}' did not run"), .. diagnostics];
        }

        if (section.Expected.Find(code => diagnostics.All(diagnostic => diagnostic.Code.Id != code.Text)) is not { } missing) return [];
        return [Unexpected(file, missing.Span, $"expected {missing.Text}, found {(result is Done ? "no error" : diagnostics[0].Code.Id)}"), .. result is Done ? [] : diagnostics];
    }

    private async Task<TestInput> ReadAsync(TestFile file, TestWord name, CancellationToken cancellation)
    {
        var input = await read(file.Source.Name, name.Text, cancellation).ConfigureAwait(false);
        return input with { Problem = input.Problem is { } problem ? problem with { Location = new Location(file.Source, name.Span) } : null };
    }

    private static Diagnostic Unexpected(TestFile file, Span span, string message) => new(TestCodes.Unexpected, Severity.Error, message, new Location(file.Source, span), Help: "mend the script, or what the '#:' line says of it");
}
