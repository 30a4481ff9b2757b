using System.Text;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using DocScript.Testing.Storage;
using LiteDB;

namespace DocScript.Storage.LiteDb.Tests;

public sealed class MaintenanceTests : IDisposable
{
    private const string Secret = "a-secret-that-nobody-may-find";

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_purge_no_byte_of_the_content_is_in_any_file_although_a_reader_still_sees_it(bool isRead)
    {
        await using var store = await WithSecret();
        Assert.NotEmpty(FilesWithSecret());
        using var reader = isRead ? store.Read() : null;
        var before = reader is null ? "" : JournalForm.Of(reader.Journal(0));
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));
        Assert.Empty(FilesWithSecret());
        Assert.Empty(await store.Maintenance.VerifyAsync());
        if (reader is null) return;
        Assert.Equal(before, JournalForm.Of(reader.Journal(0)));
        Assert.Equal(Secret, reader.Load(1)!.Title);
        Assert.Equal(Secret, reader.Publication(1)!.Content.Title);
        Assert.Equal(Secret, reader.Result("ann", "key")!.Result);
        Assert.Equal(24, reader.History(1).Count());
    }

    [Fact]
    public async Task A_backup_is_the_store_as_it_was_although_others_write_meanwhile()
    {
        await using var store = await WithSecret();
        var before = Everything(store);
        var stop = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.Task.IsCompleted; i++) await _folder.Commit(store, edit => edit.SetTitle(2, FormattableString.Invariant($"title {i}")));
        });
        await store.Maintenance.BackupAsync(_folder.In("backup.litedb"));
        stop.SetResult();
        await writing;

        await using var backup = LiteDbStore.Open(_folder.In("backup.litedb"));
        Assert.StartsWith(before, Everything(backup), StringComparison.Ordinal);
        Assert.Empty(await backup.Maintenance.VerifyAsync());
        Assert.IsType<Committed>(await _folder.Commit(backup, edit => edit.SetTitle(2, "in the backup")));
        Assert.Equal(3, await backup.ReserveIdsAsync(IdKind.Document, 1));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_holds_nothing_that_was_purged()
    {
        await using var store = await WithSecret();
        await File.WriteAllTextAsync(_folder.In("there"), "mine");
        var exists = await Assert.ThrowsAsync<StoreException>(() => store.Maintenance.BackupAsync(_folder.In("there")));
        Assert.Contains("exists already", exists.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.In("there")));
        Assert.Contains("does not exist", (await Assert.ThrowsAsync<StoreException>(() => store.Maintenance.BackupAsync(_folder.In("no/folder")))).Message, StringComparison.Ordinal);

        await File.WriteAllTextAsync(_folder.In("backup.litedb.partial"), "half of a backup");
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));
        await store.Maintenance.BackupAsync(_folder.In("backup.litedb"));
        Assert.Empty(FilesWithSecret());
        Assert.Equal("backup.litedb store.litedb store.litedb-lock store.litedb-log there", _folder.Names);
    }

    [Fact]
    public async Task Compacting_gives_space_back()
    {
        await using var store = _folder.Open();
        await _folder.Commit(store, edit => edit.Create(1));
        for (var i = 0; i < 20; i++) await _folder.Commit(store, edit => edit.SetTitle(1, new string('x', 200_000)).SetTitle(1, ""));
        await _folder.Commit(store, edit => edit.Delete(1));
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));
        var before = new FileInfo(_folder.Path).Length;
        await store.Maintenance.CompactAsync();
        Assert.InRange(new FileInfo(_folder.Path).Length, 1, before / 10);
        Assert.Equal("store.litedb store.litedb-lock store.litedb-log", _folder.Names);
    }

    [Fact]
    public async Task A_compaction_that_is_cancelled_leaves_the_store_as_it_was()
    {
        await _folder.Make(edit => edit.Create(1));
        using var cancel = new CancellationTokenSource();
        await using var store = LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Clock = new CancellingClock(cancel) });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Maintenance.CompactAsync(cancel.Token));
        Assert.Equal("store.litedb store.litedb-lock store.litedb-log", _folder.Names);
        Assert.Empty(await store.Maintenance.VerifyAsync(CancellationToken.None));
        Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.SetTitle(1, "x")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Table.PartSize)]
    [InlineData(Table.PartSize + 1)]
    [InlineData(17_000_000)]
    public async Task A_document_of_any_size_is_stored_published_copied_and_taken_away_again(int size)
    {
        await using (var store = _folder.Open())
        {
            await _folder.Commit(store, edit => edit.Create(1, title: new string('x', size)).Publish(1, 1).Saying(new string('s', size)));
            await _folder.Commit(store, edit => edit.SetTitle(1, new string('y', size)));
            await store.Maintenance.CompactAsync();
        }

        await using var again = _folder.Open();
        using (var reader = again.Read())
        {
            Assert.Equal(new string('y', size), reader.Load(1)!.Title);
            Assert.Equal(new string('x', size), reader.Publication(1)!.Content.Title);
            Assert.Equal(size, reader.Journal(0).First().Script.Length);
        }

        await _folder.Commit(again, edit => edit.Unpublish(1));
        await _folder.Commit(again, edit => edit.Delete(1));
        Assert.IsType<Committed>(await again.Maintenance.PurgeAsync(PurgeOf(1)));
        await again.Maintenance.CompactAsync();
        Assert.InRange(new FileInfo(_folder.Path).Length, 1, 1_000_000);
        Assert.Empty(await again.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task Small_edits_of_a_large_document_do_not_store_it_again()
    {
        await _folder.Make(edit => edit.Create(1, title: new string('x', 1_000_000)).Create(2));
        var before = new FileInfo(_folder.Path).Length;
        await using (var store = _folder.Open())
        {
            for (var i = 0; i < 50; i++)
            {
                var id = FormattableString.Invariant($"doc-{i}");
                await _folder.Commit(store, edit => edit.Insert(1, id, "a small edit"));
            }
        }

        Assert.InRange(new FileInfo(_folder.Path).Length - before, 1, 300_000);
    }

    private static readonly Dictionary<string, (string Collection, Func<BsonDocument, bool> Which, Action<BsonDocument>? Change, string Expected)> Wrongs = new(StringComparer.Ordinal)
    {
        ["a changed journal row"] = (Schema.Journal, row => Id(row) == 2, row => row["changes"] = Encoding.UTF8.GetBytes("[]"), "document 2: the store '*' is damaged: the journal row of document 2 at sequence 1 does not have its hash"),
        ["a lost journal row"] = (Schema.Journal, row => Id(row) == 2, null, "document 2: the store '*' is damaged: document 2 ends at sequence 0 of its journal, not 1"),
        ["a lost transaction"] = (Schema.Transactions, row => row["_id"].AsInt64 == 1, null, "a journal row of document 2 has no transaction"),
        ["a changed snapshot"] = (Schema.Snapshots, _ => true, row => row["content"] = Encoding.UTF8.GetBytes("x"), "document 1: the store '*' is damaged: the snapshot of document 1 does not have its hash"),
        ["a changed publication"] = (Schema.Publications, _ => true, row => row["content"] = Encoding.UTF8.GetBytes("x"), "the store '*' is damaged: publication 1 does not have its hash"),
        ["a changed title"] = (Schema.Documents, row => row["_id"].AsInt64 == 2, row => row["title"] = Encoding.UTF8.GetBytes("other"), "the row of document 2 is not that of the document"),
        ["a lost document"] = (Schema.Documents, row => row["_id"].AsInt64 == 2, null, "document 2 has journal rows but is not there"),
        ["a lost key"] = (Schema.Index, row => row["_id"].AsBinary[0] == 'k' && row["_id"].AsBinary[2] == '2', null, "the key '2' does not name document 2"),
        ["a lost entry"] = (Schema.Index, row => row["_id"].AsBinary[0] == 't', null, "the index does not hold all of document 2"),
        ["a lost transaction's entry"] = (Schema.Index, row => row["_id"].AsBinary[0] == 'x', null, "the index does not hold the transaction at position 1"),
        ["a lost publication's entry"] = (Schema.Index, row => row["_id"].AsBinary[0] == 'p', null, "the index does not hold publication 1"),
        ["a lost publication"] = (Schema.Publications, _ => true, null, "an entry of the index leads to 1, which does not have it"),
        ["a lowered counter"] = (Schema.Store, _ => true, row => row["document"] = 1L, "id 2 is used but may be given again"),
        ["a lowered counter of publications"] = (Schema.Store, _ => true, row => row["publication"] = 0L, "publication 1 is there but its id may be given again"),
        ["an edited script"] = (Schema.Transactions, IsThird, row => row["script"] = Encoding.UTF8.GetBytes("# another"), "transaction at position 3 does not have its hash"),
        ["an edited actor"] = (Schema.Transactions, IsThird, row => row["actor"] = Encoding.UTF8.GetBytes("eve"), "transaction at position 3 does not have its hash"),
        ["an edited parameter"] = (Schema.Transactions, IsThird, row => row["parameters"] = Encoding.UTF8.GetBytes("""{"a":1}"""), "transaction at position 3 does not have its hash"),
        ["an edited link of an undo"] = (Schema.Transactions, IsThird, row => row["undoes"] = row["transaction"], "transaction at position 3 does not have its hash"),
        ["an edited time"] = (Schema.Transactions, IsThird, row => row["at"] = row["at"].AsInt64 + 1, "transaction at position 3 does not have its hash"),
        ["a transaction with another's row"] = (Schema.Transactions, IsThird, row => row["rows"] = row["rows"].AsBinary[..8].Concat(IndexEntry.Number(5)).ToArray(), "transaction at position 3 has journal rows of another"),
        ["an edited result"] = (Schema.Results, _ => true, row => row["result"] = Encoding.UTF8.GetBytes("[]"), "the store '*' is damaged: the result kept under key 'key' of 'ann' does not have its hash"),
        ["an edited actor of a result"] = (Schema.Results, _ => true, row => row["actor"] = Encoding.UTF8.GetBytes("eve"), "the store '*' is damaged: the result kept under key 'key' of 'eve' does not have its hash"),
        ["an edited time of a result"] = (Schema.Results, _ => true, row => row["at"] = row["at"].AsInt64 + 1, "the store '*' is damaged: the result kept under key 'key' of 'ann' does not have its hash"),
        ["a property that is not indexed"] = (Schema.Store, _ => true, row => row["indexed"] = new BsonArray(new List<BsonValue> { new BsonArray("note", false) }), "the row of document 2 is not that of the document"),
    };

    public static TheoryData<string> WrongNames => new(Wrongs.Keys);

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task Verify_names_what_is_wrong(string what)
    {
        var (collection, which, change, expected) = Wrongs[what];
        await (await WithSecret()).DisposeAsync();
        Change(collection, which, change);
        await using var store = _folder.Open();
        var said = (await store.Maintenance.VerifyAsync()).Select(line => line.Replace(_folder.Path, "*", StringComparison.Ordinal));
        Assert.Contains(expected, said, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_edited_is_not_answered_either()
    {
        await (await WithSecret()).DisposeAsync();
        foreach (var (collection, which, change, _) in new[] { Wrongs["an edited script"], Wrongs["an edited result"] }) Change(collection, which, change);
        await using var store = _folder.Open();
        using var reader = store.Read();
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Journal(0).Count()).Problem);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Result("ann", "key")).Problem);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Results().Count()).Problem);
        Assert.Equal(StoreProblem.Corrupt, (await Assert.ThrowsAsync<StoreException>(() => _folder.Commit(store, edit => edit.Under("key", "hash")))).Problem);
    }

    [Fact]
    public async Task Verify_finds_any_page_that_was_overwritten()
    {
        const int Page = 8192;
        await using (var store = await WithSecret()) await store.Maintenance.CompactAsync();
        var whole = await File.ReadAllBytesAsync(_folder.Path);
        for (var at = Page; at < whole.Length; at += Page)
        {
            var wrecked = whole.ToArray();
            wrecked.AsSpan(at, Page).Fill(0x5A);
            var path = _folder.In(FormattableString.Invariant($"wrecked-{at / Page}.litedb"));
            await File.WriteAllBytesAsync(path, wrecked);
            try
            {
                await using var store = LiteDbStore.Open(path);
                Assert.NotEmpty(await store.Maintenance.VerifyAsync());
            }
            catch (StoreException error)
            {
                // What tells a store is on the page itself.
                Assert.Equal(StoreProblem.Corrupt, error.Problem);
            }

            Assert.Equal(wrecked, await File.ReadAllBytesAsync(path));
        }
    }

    /// <summary>A store with a deleted document 1 that held the secret wherever a document can, and a document 2.</summary>
    private async Task<IStore> WithSecret()
    {
        var store = _folder.Open();
        await _folder.Commit(store, edit => edit.Create(1, "one", title: Secret, metadata: ("note", new TextValue(Secret))).Create(2, title: "Two", metadata: ("note", new TextValue("other"))).Saying("# " + Secret).Under("key", "hash", Secret));
        for (var i = 0; i < 20; i++)
        {
            var (id, text) = (FormattableString.Invariant($"doc-{i}"), string.Concat(Enumerable.Repeat(Secret, 40)));
            await _folder.Commit(store, edit => edit.Insert(1, id, text));
        }

        await _folder.Commit(store, edit => edit.Publish(1, 1));
        await _folder.Commit(store, edit => edit.Unpublish(1));
        await _folder.Commit(store, edit => edit.Delete(1));
        return store;
    }

    private void Change(string collection, Func<BsonDocument, bool> which, Action<BsonDocument>? change) => _folder.Change(engine =>
    {
        foreach (var row in StoreFolder.Rows(engine, collection).Where(which))
        {
            if (change is null)
            {
                engine.Delete(collection, [row["_id"]]);
                continue;
            }

            change(row);
            engine.Update(collection, [row]);
        }
    });

    private static bool IsThird(BsonDocument transaction) => transaction["_id"].AsInt64 == 3;

    private static long Id(BsonDocument journal) => IndexEntry.Number(journal["_id"].AsBinary);

    private static string Everything(IStore store)
    {
        using var reader = store.Read();
        return JournalForm.Of(reader.Journal(0));
    }

    private IEnumerable<string> FilesWithSecret() => Directory.GetFiles(_folder.In("")).Where(file => Contains(file, Secret));

    /// <summary>Whether a file holds a text; the store's own are held, so that they are read as the system lets another program.</summary>
    private static bool Contains(string file, string text)
    {
        using var cat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("grep", ["-q", "-a", "-F", text, file]))!;
        cat.WaitForExit();
        return cat.ExitCode == 0;
    }

    private Purge PurgeOf(long document) => new(document, _folder.Transactions.NextId(), "pat", TimeProvider.System.GetUtcNow());

    /// <summary>Cancels when it is looked at, which a compaction does once it has begun.</summary>
    private sealed class CancellingClock(CancellationTokenSource cancel) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            cancel.Cancel();
            return base.GetUtcNow();
        }
    }
}
