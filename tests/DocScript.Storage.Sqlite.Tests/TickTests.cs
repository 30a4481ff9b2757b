using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>What is due is carried out exactly once, whoever ticks, how many at once, and whenever they die.</summary>
public sealed class TickTests : IDisposable
{
    private const int Documents = 60;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    internal static ScriptEngine Engine(IStore store) => new(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());

    [Fact]
    public async Task Many_that_tick_at_once_publish_each_document_once()
    {
        await MakeDue();
        var tickers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var store = SqliteStore.Open(_folder.Path);
            var done = 0;
            await foreach (var each in Engine(store).TickAsync())
                if (each.Result is Done)
                    done++;
            return done;
        })).ToArray();
        Assert.Equal(Documents, (await Task.WhenAll(tickers)).Sum());
        await AssertPublishedOnce();
    }

    private Task MakeDue() => _folder.Make(edit =>
    {
        for (var id = 1; id <= Documents; id++)
            edit.Create(id).Change(id, _ => new ScheduleSet(ScheduleKind.Publish, null, new DateTimeOffset(2026, 1, 1, 0, 0, id % 60, TimeSpan.Zero)));
    });

    private async Task AssertPublishedOnce()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        for (var id = 1; id <= Documents; id++)
        {
            var row = Assert.Single(reader.History(id).Skip(1));
            Assert.Equal("scheduler", reader.Transaction(row.Transaction)!.Actor);
            Assert.Collection(row.Changes, change => Assert.IsType<Published>(change), change => Assert.Null(Assert.IsType<ScheduleSet>(change).At));
            Assert.Null(row.Header.Due);
        }

        Assert.Equal(Documents, reader.Journal(1).SelectMany(entry => entry.Rows).Select(row => row.Header.Publication).OfType<long>().Distinct().Count());
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }
}
