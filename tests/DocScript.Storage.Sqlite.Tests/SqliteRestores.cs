using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Maintenance;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class SqliteRestores : StoreRestores
{
    protected override string LogEnding => "-wal";

    protected override IStore Open(string path) => SqliteStore.Open(path);

    protected override Task RestoreAsync(string backup, string path, bool replace, Func<IStore, Task> accept) =>
        SqliteStore.RestoreAsync(backup, path, replace, accept, StoreFolder.Impatient);

    [Fact]
    public async Task Who_opened_the_old_file_while_it_lost_its_name_finds_it_gone()
    {
        var backup = await MakeBackupAsync();
        var file = new StoreFile(Store, StoreFolder.Impatient);
        using var late = file.Open(file.Errors);
        using (HeldStore.Take(file))
        {
            Assert.Equal(StoreProblem.Locked, Assert.Throws<StoreException>(() => SqliteStore.Open(Store, StoreFolder.Impatient)).Problem);
            System.IO.File.Move(backup, Store, overwrite: true);
        }

        Assert.Contains("no longer the file", Assert.Throws<StoreException>(late.EnsureInPlace).Message, StringComparison.Ordinal);
        Assert.Equal("one", await TitleAsync());
    }

    [Fact]
    public async Task A_store_that_is_held_and_let_go_is_as_it_was()
    {
        await MakeBackupAsync();
        HeldStore.Take(new StoreFile(Store, StoreFolder.Impatient))!.Dispose();
        Assert.Equal("two", await TitleAsync());
    }

    [Fact]
    public async Task A_log_of_another_file_is_gone()
    {
        var backup = await MakeBackupAsync();
        byte[] log;
        await using (var open = Open(Store))
        {
            await CommitAsync(open, edit => edit.SetTitle(1, "in the log"));
            await using var file = new FileStream(Store + LogEnding, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            log = new byte[file.Length];
            await file.ReadExactlyAsync(log);
        }

        await System.IO.File.WriteAllTextAsync(Store, new string('x', 10_000));
        await System.IO.File.WriteAllBytesAsync(Store + LogEnding, log);
        await RestoreAsync(backup, replace: true);
        Assert.Equal("one", await TitleAsync());

        System.IO.File.Delete(Store);
        await System.IO.File.WriteAllBytesAsync(Store + LogEnding, log);
        await RestoreAsync(backup, replace: false);
        Assert.Equal("one", await TitleAsync());
    }
}
