using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>
/// Stores of every format ever written, each made by the build that wrote it: as SQL, with what that build read of it. They must be read for ever, and are only ever added to the folder.
/// </summary>
public sealed class GoldenStoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public static TheoryData<long> Formats => [.. Enumerable.Range(1, (int)Schema.Format).Select(format => (long)format)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_store_of_every_format_opens_and_holds_what_it_held(long format)
    {
        _folder.Run(Golden(format, "sql"));
        Assert.Equal(format, _folder.Number("PRAGMA user_version"));
        await using (var store = SqliteStore.Open(_folder.Path, SqliteStoreOptions.Default with { Clock = new TestClock() }))
        {
            Assert.Empty(await store.Maintenance.VerifyAsync());
            using (var reader = store.Read()) Assert.Equal(Golden(format, "txt").TrimEnd('\n').Split('\n'), Lines(reader).SelectMany(line => line.Split('\n')));

            var at = new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero);
            var mine = new TransactionSource(new TestClock());
            using (var reader = store.Read())
                Assert.IsType<Committed>(await store.CommitAsync(mine.On(reader).Change(1, _ => new ScheduleSet(ScheduleKind.Publish, null, at)).Build() with { Id = new Guid("ffffffff-0000-7000-8000-000000000000") }));
            using (var reader = store.Read())
                Assert.Equal(1, Assert.Single(reader.Find(new Filter([new Comparison(new ColumnField(Column.Due), ComparisonOperator.LessOrEqual, new DateValue(at))]))).Id);
            Assert.Equal(10, await store.ReserveIdsAsync(IdKind.Document, 1));
            Assert.Empty(await store.Maintenance.VerifyAsync());
        }

        Assert.Equal(Schema.Format, _folder.Number("PRAGMA user_version"));
    }

    [Fact]
    public void There_is_a_step_from_each_format_to_the_next() => Assert.Equal(Schema.Format, Schema.Steps.Length + 1);

    private static string Golden(long format, string extension)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", FormattableString.Invariant($"format-{format}.{extension}"));
        Assert.True(System.IO.File.Exists(file), $"a store of format {format} must be kept in Golden before that format is written");
        return System.IO.File.ReadAllText(file);
    }

    /// <summary>All that a store answers, a line each.</summary>
    private static IEnumerable<string> Lines(IStoreReader reader)
    {
        foreach (var entry in reader.Journal(0))
        {
            yield return FormattableString.Invariant($"transaction {entry.Transaction} {entry.Actor} {entry.Instant.UtcTicks} {entry.Script} {entry.Parameters} {entry.Undoes}");
            foreach (var row in entry.Rows) yield return FormattableString.Invariant($"  {row.Document} {row.Header.Sequence} {row.Header.Version} {StoredForm.Of(row.Changes)}");
        }

        foreach (var id in reader.Journal(0).SelectMany(entry => entry.Rows).Select(row => row.Document).Distinct())
        {
            var document = reader.Load(id)!;
            yield return FormattableString.Invariant($"document {reader.FindKey(document.Header.Key)} {StoredForm.Of(document)}");
        }

        for (var id = 1; id <= 3; id++)
            yield return FormattableString.Invariant($"publication {id} ") + (reader.Publication(id) is { } each ? FormattableString.Invariant($"{each.Document} {each.At.UtcTicks} {StoredForm.Of(each.Content)}") : "is gone");
        foreach (var key in new[] { "import", "secret" })
            if (reader.Result("ann", key) is { } kept) yield return FormattableString.Invariant($"result {key} {kept.Transaction} {kept.Hash} {kept.Result} {kept.At.UtcTicks}");
        yield return FormattableString.Invariant($"last ids {reader.LastId(IdKind.Document)} {reader.LastId(IdKind.Publication)}");
        yield return string.Join(' ', reader.Find(new Filter([new Comparison(new MetadataField("n"), ComparisonOperator.Equal, new DecimalValue(2.5m))])).Select(document => FormattableString.Invariant($"n is 2.5: {document.Id}")));
    }
}
