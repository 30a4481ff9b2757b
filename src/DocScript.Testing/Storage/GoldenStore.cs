using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage;

/// <summary>
/// A store of a format that was written once: a file that shows its content, and another with what was read of it then. Such files must be read for ever, and are only ever added to the folder <c>Golden</c>.
/// </summary>
public static class GoldenStore
{
    /// <summary>A file of the folder beside the running tests; fails where none is kept.</summary>
    public static string Read(long format, string extension)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", FormattableString.Invariant($"format-{format}.{extension}"));
        Assert.True(File.Exists(file), $"a store of format {format} must be kept in Golden before that format is written");
        return File.ReadAllText(file);
    }

    /// <summary>Opened by this build, it is sound, holds what it held, and can be gone on with.</summary>
    /// <param name="store">Opened with a <see cref="TestClock"/>, by which its results are kept still.</param>
    /// <param name="expected">What was read of it then.</param>
    public static async Task AssertHoldsAsync(IStore store, string expected)
    {
        Assert.Empty(await store.Maintenance.VerifyAsync());
        using (var reader = store.Read()) Assert.Equal(expected.TrimEnd('\n').Split('\n'), Lines(reader).SelectMany(line => line.Split('\n')), StringComparer.Ordinal);

        var at = new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero);
        var mine = new TransactionSource(new TestClock());
        using (var reader = store.Read())
            Assert.IsType<Committed>(await store.CommitAsync(mine.On(reader).Change(1, _ => new ScheduleSet(ScheduleKind.Publish, null, at)).Build() with { Id = new Guid("ffffffff-0000-7000-8000-000000000000") }));
        using (var reader = store.Read())
            Assert.Equal(1, Assert.Single(reader.Find(new Filter([new Comparison(new ColumnField(Column.Due), ComparisonOperator.LessOrEqual, new DateValue(at))]))).Id);
        Assert.Equal(10, await store.ReserveIdsAsync(IdKind.Document, 1));
        Assert.Empty(await store.Maintenance.VerifyAsync());
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
