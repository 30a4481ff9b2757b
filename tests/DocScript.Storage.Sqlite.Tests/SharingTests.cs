using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>Several stores and processes on one file.</summary>
public sealed class SharingTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_stores_on_one_file_see_each_other_and_never_stale_documents()
    {
        await using var one = SqliteStore.Open(_folder.Path);
        await using var two = SqliteStore.Open(_folder.Path);
        await _folder.Commit(one, edit => edit.Create(1, title: "0"));
        for (var i = 1; i <= 20; i++)
        {
            var (writer, other) = i % 2 == 0 ? (one, two) : (two, one);
            Assert.IsType<Committed>(await _folder.Commit(writer, edit =>
            {
                Assert.Equal(Text(i - 1), edit.Read(1)!.Title);
                edit.SetTitle(1, Text(i));
            }));
            using var reader = other.Read();
            Assert.Equal(Text(i), reader.Load(1)!.Title);
        }

        foreach (var (store, expected) in new[] { (one, 2), (two, 3), (one, 4) }) Assert.Equal(expected, await store.ReserveIdsAsync(IdKind.Document, 1));

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Another_process_that_holds_the_file_is_named_and_a_later_try_succeeds()
    {
        await using var store = SqliteStore.Open(_folder.Path, StoreFolder.Impatient);
        using (var other = _folder.Connect())
        {
            StoreFolder.Run(other, "BEGIN IMMEDIATE");
            var error = await Assert.ThrowsAsync<StoreException>(() => _folder.Commit(store, edit => edit.Create(1)));
            Assert.Equal(StoreProblem.Locked, error.Problem);
            using var reader = store.Read();
            Assert.Null(reader.Load(1));
        }

        Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(1)));
    }

    [Fact]
    public async Task A_file_that_is_held_while_it_is_opened_is_locked()
    {
        await _folder.Make(edit => edit.Create(1));
        using var other = _folder.Connect();
        StoreFolder.Run(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
        Assert.Equal(StoreProblem.Locked, Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path, StoreFolder.Impatient)).Problem);
    }

    [Fact]
    public async Task Many_that_open_a_new_file_at_once_make_one_store()
    {
        // Each round is another chance to meet at the moment when the file is half made.
        for (var round = 0; round < 25; round++)
        {
            var path = _folder.In(FormattableString.Invariant($"round-{round}.db"));
            var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteStore.Open(path))));
            var answers = await Task.WhenAll(stores.Select((store, i) => Task.Run(() => _folder.Commit(store, edit => edit.Create(i + 1)))));
            Assert.All(answers, answer => Assert.IsType<Committed>(answer));
            using (var reader = stores[0].Read()) Assert.Equal(8, reader.Find(Filter.All).Count());
            foreach (var store in stores) await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Processes_that_count_in_one_document_lose_no_count()
    {
        await _folder.Make(edit => edit.Create(1, metadata: ("n", new IntegerValue(0))));
        var others = Enumerable.Range(0, 2).Select(_ => OtherProcess.Start("count", _folder.Path, "40")).ToArray();
        await using var store = SqliteStore.Open(_folder.Path);
        for (var i = 0; i < 40; i++) await OtherProcess.CountOne(store, _folder.Transactions);
        foreach (var other in others)
        {
            Assert.Equal(40, (await other.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            await other.WaitForExitAsync();
            other.Dispose();
        }

        using var reader = store.Read();
        Assert.Equal(new IntegerValue(120), reader.Load(1)!.Metadata.Find("n"));
        Assert.Equal(121, reader.History(1).Count());
    }
}
