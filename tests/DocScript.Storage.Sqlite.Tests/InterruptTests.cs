using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class InterruptTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_statement_that_would_never_end_ends_as_cancelled()
    {
        var file = new StoreFile(_folder.Path, StoreFolder.Impatient);
        using var connection = file.OpenFirst(_ => { });
        using var cancel = new CancellationTokenSource();
        // The statement itself gives the signal, so that it is running then.
        raw.sqlite3_create_function(connection.Handle, "signal", 1, raw.SQLITE_UTF8, null, (_, _, rows) =>
        {
            if (raw.sqlite3_value_int64(rows[0]) == 1000) cancel.Cancel();
        });
        using var endless = new Statement(connection, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(signal(i)) FROM n");
        Assert.Equal(cancel.Token, Assert.Throws<OperationCanceledException>(() => connection.Interruptible(() => endless.First(row => row.Integer(0)), cancel.Token)).CancellationToken);
    }

    [Fact]
    public async Task What_was_stopped_left_nothing_and_goes_on()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        await _folder.Commit(store, edit => edit.Create(1));
        var cancelled = new CancellationToken(canceled: true);
        await Stopped(() => store.Maintenance.BackupAsync(_folder.In("backup.db"), cancelled));
        await Stopped(() => store.Maintenance.CompactAsync(cancelled));
        await Stopped(() => store.Maintenance.VerifyAsync(cancelled));
        Assert.False(System.IO.File.Exists(_folder.In("backup.db")));
        await store.Maintenance.CompactAsync(CancellationToken.None);
        Assert.Empty(await store.Maintenance.VerifyAsync(CancellationToken.None));

        static Task Stopped(Func<Task> work) => Assert.ThrowsAnyAsync<OperationCanceledException>(work);
    }

    [Fact]
    public async Task After_its_end_a_store_is_not_maintained_and_says_so_in_one_way()
    {
        var store = SqliteStore.Open(_folder.Path);
        var maintenance = store.Maintenance;
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => maintenance.BackupAsync(_folder.In("backup.db")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => maintenance.CompactAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => maintenance.VerifyAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => maintenance.PurgeAsync(new Purge(1, _folder.Transactions.NextId(), "pat", default)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => maintenance.FillAsync(new StoreContent([], [], System.Collections.Immutable.ImmutableDictionary<IdKind, long>.Empty)));
    }
}
