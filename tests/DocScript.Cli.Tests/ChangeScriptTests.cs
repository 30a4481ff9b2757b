using System.Collections.Immutable;
using DocScript.Cli.History;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Cases;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Cli.Tests;

/// <summary>What <c>log --as-script</c> writes of a transaction does again what the transaction did.</summary>
public sealed class ChangeScriptTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Property(Arbitrary = [typeof(DocumentArbitraries)], MaxTest = 300)]
    public async Task The_script_of_random_edits_does_what_the_edits_do(EditedDocument edited)
    {
        ImmutableArray<Change> changes = [.. Attempt.Run(edited.Design, edited.Document, OfOneDirection(edited.Attempts)).Select(step => step.Change)];
        var after = Document.Commit(edited.Document, changes, Now);
        var row = new JournalRow(1, Guid.Empty, Now, after.Id, after.Header, changes);
        var script = ChangeScript.Of(new JournalEntry(1, Guid.Empty, "anna", Now, "", "{}", null, [row]), "ben");

        await using var store = new MemoryStore(new FixedClock(Now));
        await StartAsync(store, edited.Design, edited.Document);
        var result = await new ScriptEngine(store, CommandTable.BuiltIn, new FixedClock(Now), new FixedIds()).RunAsync(new RunRequest { Source = new SourceText("log", script), Actor = "ben" });

        Assert.True(result is Done, $"{script}\n{Problems(result)}");
        using var reader = store.Read();
        var again = reader.Load(after.Id)!;
        Assert.True(again.SameContent(after), script);
        Assert.Equal((after.Header.Publication is null, after.Header.Unchanged), (again.Header.Publication is null, again.Header.Unchanged));
    }

    [Fact]
    public void A_reason_stands_in_a_comment_as_it_is_on_one_line()
    {
        var header = new Header { Id = 1, Key = "1", ContentType = "article" };
        var failed = new ScheduleSet(ScheduleKind.Publish, Now, null) { Failure = "metadata 'a' is \"b\\n\",\nnot \"c\"" };
        var row = new JournalRow(1, Guid.Empty, Now, 1, header, [failed]);
        var script = ChangeScript.Of(new JournalEntry(1, Guid.Empty, "scheduler", Now, "", "{}", null, [row]), "ben");
        Assert.EndsWith("use 1 {\n    cancel publish  # metadata 'a' is \"b\\n\",\\nnot \"c\"\n}\n", script, StringComparison.Ordinal);
    }

    // One script can't both publish and unpublish one document.
    private static IEnumerable<Attempt> OfOneDirection(IReadOnlyList<Attempt> attempts)
    {
        var first = attempts.FirstOrDefault(attempt => attempt.Kind is AttemptKind.Publish or AttemptKind.Unpublish)?.Kind;
        return attempts.Where(attempt => attempt.Kind is not (AttemptKind.Publish or AttemptKind.Unpublish) || attempt.Kind == first);
    }

    private static async Task StartAsync(MemoryStore store, Design design, Document document)
    {
        Change[] created = [new Created(document)];
        var transaction = new Transaction
        {
            Id = Guid.AllBitsSet,
            Actor = "importer",
            Instant = Now,
            Script = "# import",
            ReadAt = 0,
            Reads = ReadSet.Empty,
            Documents = [DesignDocument.Set(null, design, Now)!, new DocumentChanges(0, [.. created], Document.Commit(null, created, Now))],
        };
        Assert.IsType<Committed>(await store.CommitAsync(transaction));
    }

    private static string Problems(RunResult result) => result switch
    {
        Invalid { Diagnostics: var found } => string.Join('\n', found),
        Failed { Diagnostics: var found } => string.Join('\n', found),
        InConflict { Diagnostics: var found } => string.Join('\n', found),
        _ => result.ToString(),
    };
}
