using System.Text;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class MaintenanceTests : IDisposable
{
    private const string Secret = "a-secret-that-nobody-may-find";

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_a_purge_no_byte_of_the_content_is_in_any_file_of_the_store()
    {
        await using var store = await WithSecret();
        Assert.NotEmpty(FilesWithSecret());
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(Purge(1)));
        Assert.Empty(FilesWithSecret());
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task A_reader_may_delay_a_purge_in_the_log_but_only_as_long_as_it_is_open()
    {
        await using var store = await WithSecret();
        using (store.Read())
        {
            Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(Purge(1)));
            Assert.NotEmpty(FilesWithSecret());
        }

        // The next checkpoint tries again.
        for (var i = 0; i < 500; i++) await _folder.Commit(store, edit => edit.SetTitle(2, FormattableString.Invariant($"title {i}")));
        Assert.Empty(FilesWithSecret());
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
        await store.Maintenance.BackupAsync(_folder.In("backup.db"));
        stop.SetResult();
        await writing;

        await using var backup = SqliteStore.Open(_folder.In("backup.db"));
        Assert.StartsWith(before, Everything(backup), StringComparison.Ordinal);
        Assert.Empty(await backup.Maintenance.VerifyAsync());
        Assert.IsType<Committed>(await _folder.Commit(backup, edit => edit.SetTitle(2, "in the backup")));
        Assert.Equal(3, await backup.ReserveIdsAsync(IdKind.Document, 1));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing_and_what_an_interrupted_one_left_is_no_backup()
    {
        await using var store = await WithSecret();
        await System.IO.File.WriteAllTextAsync(_folder.In("there"), "mine");
        var exists = await Assert.ThrowsAsync<StoreException>(() => store.Maintenance.BackupAsync(_folder.In("there")));
        Assert.Contains("exists already", exists.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await System.IO.File.ReadAllTextAsync(_folder.In("there")));

        var missing = await Assert.ThrowsAsync<StoreException>(() => store.Maintenance.BackupAsync(_folder.In("no/folder")));
        Assert.Contains("does not exist", missing.Message, StringComparison.Ordinal);

        foreach (var wrong in new[] { "", "\0", _folder.In(new string('n', 300)) })
            Assert.Equal(StoreProblem.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => store.Maintenance.BackupAsync(wrong))).Problem);

        await System.IO.File.WriteAllTextAsync(_folder.In("backup.db.partial"), "half of a backup");
        await store.Maintenance.BackupAsync(_folder.In("backup.db"));
        Assert.Equal(["backup.db", "there"], Directory.GetFiles(_folder.In("")).Select(Path.GetFileName).Where(name => !name!.StartsWith("store.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Compacting_gives_space_back()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        await _folder.Commit(store, edit => edit.Create(1));
        for (var i = 0; i < 20; i++) await _folder.Commit(store, edit => edit.SetTitle(1, new string('x', 200_000)).SetTitle(1, ""));
        await _folder.Commit(store, edit => edit.Delete(1));
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(Purge(1)));
        var before = new FileInfo(_folder.Path).Length;
        await store.Maintenance.CompactAsync();
        Assert.InRange(new FileInfo(_folder.Path).Length, 1, before / 10);
    }

    /// <summary>Each way to damage a file, and what verify says of it.</summary>
    public static TheoryData<string, string> Damages => new()
    {
        { "UPDATE journal SET changes = replace(changes, 'Two', 'Too') WHERE document = 2 AND sequence = 1", "document 2: the store '*' is damaged: the journal row of document 2 at sequence 1 does not have its hash" },
        { "DELETE FROM journal WHERE document = 2 AND sequence = 1", "document 2: the store '*' is damaged: document 2 ends at sequence 0 of its journal, not 1|transaction at position 2 has lost journal rows" },
        { "DELETE FROM transactions WHERE position = 2", "document 1: its journal row at sequence 1 is missing|document 2: the store '*' is damaged: document 2 ends at sequence 0 of its journal, not 1|journal row 1 has no transaction|journal row 2 has no transaction" },
        { "UPDATE snapshots SET content = 'x'", "document 1: the store '*' is damaged: the snapshot of document 1 does not have its hash" },
        { "UPDATE publications SET content = replace(content, 'secret', 'public')", "the store '*' is damaged: publication 1 does not have its hash" },
        { "UPDATE documents SET title = 'other' WHERE id = 2", "the columns of document 2 are not those of the document" },
        { "UPDATE documents SET key = 'other' WHERE id = 2", "the key '2' does not name document 2|the columns of document 2 are not those of the document" },
        { "DELETE FROM documents WHERE id = 2", "document 2 has journal rows but is not there" },
        { "UPDATE counters SET last = 1 WHERE kind = 0", "id 2 is used but may be given again" },
        { "UPDATE counters SET last = 0 WHERE kind = 1", "publication 1 is there but its id may be given again" },
        { "UPDATE transactions SET script = '# another' WHERE position = 3", "transaction at position 3 does not have its hash" },
        { "UPDATE transactions SET actor = 'eve' WHERE position = 3", "transaction at position 3 does not have its hash" },
        { "UPDATE transactions SET parameters = '{\"a\":1}' WHERE position = 3", "transaction at position 3 does not have its hash" },
        { "UPDATE transactions SET undoes = id WHERE position = 3", "transaction at position 3 does not have its hash" },
        { "UPDATE results SET result = '[]'", "kept result 1 does not have its hash" },
        { "UPDATE results SET at = at + 1", "kept result 1 does not have its hash" },
        { "UPDATE results SET actor = 'eve'", "kept result 1 does not have its hash" },
        { "INSERT INTO indexed VALUES ('note', 0)", "the index does not hold the metadata of document 1" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Verify_names_what_is_wrong(string damage, string expected)
    {
        await (await WithSecret()).DisposeAsync();
        _folder.Run(damage);
        await using var store = SqliteStore.Open(_folder.Path);
        var said = (await store.Maintenance.VerifyAsync()).Select(line => line.Replace(_folder.Path, "*", StringComparison.Ordinal));
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), said);
    }

    [Fact]
    public async Task What_was_edited_is_not_answered_either()
    {
        await (await WithSecret()).DisposeAsync();
        _folder.Run("UPDATE transactions SET script = '# another' WHERE position = 3; UPDATE results SET result = '[]'");
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Journal(0).Count()).Problem);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Result("ann", "key")).Problem);
        Assert.Equal(StoreProblem.Corrupt, (await Assert.ThrowsAsync<StoreException>(() => _folder.Commit(store, edit => edit.Under("key", "hash")))).Problem);
    }

    [Fact]
    public async Task Some_thousand_documents_are_copied_into_one_transaction_of_the_target()
    {
        await using var source = SqliteStore.Open(_folder.Path);
        for (var batch = 0; batch < 30; batch++)
        {
            var first = 1 + (batch * 100);
            await _folder.Commit(source, edit =>
            {
                for (var id = first; id < first + 100; id++) edit.Create(id, title: "A title", metadata: ("note", new TextValue(new string('x', 1000))));
            });
            await _folder.Commit(source, edit => edit.SetTitle(first, "Another").Publish(first, batch + 1));
        }

        await using var target = SqliteStore.Open(_folder.In("target.db"));
        var copy = await StoreCopy.RunAsync(source, target, default);
        Assert.True(copy.IsSame);
        Assert.Equal((3000, 60, 30), (copy.Target.Documents, copy.Target.Transactions, copy.Target.Publications));
        Assert.Empty(await target.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task Verify_finds_any_page_that_was_overwritten()
    {
        const int Page = 4096;
        await using (var store = await WithSecret()) await store.Maintenance.CompactAsync();
        var whole = await System.IO.File.ReadAllBytesAsync(_folder.Path);
        for (var at = Page; at < whole.Length; at += Page)
        {
            var wrecked = whole.ToArray();
            wrecked.AsSpan(at, Page).Fill(0x5A);
            var path = _folder.In(FormattableString.Invariant($"wrecked-{at / Page}.db"));
            await System.IO.File.WriteAllBytesAsync(path, wrecked);
            await using var store = SqliteStore.Open(path);
            Assert.NotEmpty(await store.Maintenance.VerifyAsync());
        }
    }

    /// <summary>A store with a deleted document 1 that held the secret wherever a document can, and a document 2.</summary>
    private async Task<SqliteStore> WithSecret()
    {
        var store = SqliteStore.Open(_folder.Path);
        await _folder.Commit(store, edit => edit.Create(1, "one", title: Secret, metadata: ("note", new TextValue(Secret))).Create(2, title: "Two").Saying("# " + Secret).Under("key", "hash", Secret));
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

    private static string Everything(SqliteStore store)
    {
        using var reader = store.Read();
        return JournalForm.Of(reader.Journal(0));
    }

    private IEnumerable<string> FilesWithSecret() => Directory.GetFiles(_folder.In("")).Where(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)) >= 0;
    });

    private Purge Purge(long document) => new(document, _folder.Transactions.NextId(), "pat", TimeProvider.System.GetUtcNow());
}
