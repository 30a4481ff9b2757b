using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Files;
using DocScript.Testing.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.LiteDb.Tests;

public sealed class LiteDbRestores : StoreRestores
{
    protected override string LogEnding => StoreFile.LogEnding;

    protected override IStore Open(string path) => LiteDbStore.Open(path);

    protected override Task RestoreAsync(string backup, string path, bool replace, Func<IStore, Task> accept) =>
        LiteDbStore.RestoreAsync(backup, path, replace, accept, StoreFolder.Impatient);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_of_another_file_is_gone(bool isThere)
    {
        var backup = await MakeBackupAsync();
        var log = await LogOfKilledAsync(In("other"));
        if (!isThere) File.Delete(Store);
        await File.WriteAllBytesAsync(Store + LogEnding, log);
        await RestoreAsync(backup, replace: isThere);
        Assert.Equal("one", await TitleAsync());
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_log_is_kept_when_the_restore_fails_at_its_last_step()
    {
        await using (var other = Open(In("other")))
        {
            await CommitAsync(other, edit => edit.Create(2));
            await other.Maintenance.BackupAsync(In("backup"));
        }

        await LogOfKilledAsync(Store);
        var options = StoreFolder.Impatient with { Disk = new WithoutReplacing() };
        var error = await Assert.ThrowsAsync<StoreException>(() => LiteDbStore.RestoreAsync(In("backup"), Store, replace: true, _ => Task.CompletedTask, options));
        Assert.Equal(StoreProblem.Unavailable, error.Problem);
        await using var store = Open(Store);
        using var reader = store.Read();
        Assert.NotNull(reader.Load(1));
    }

    [Fact]
    public async Task A_log_beside_the_file_is_found_through_a_link_too()
    {
        await LogOfKilledAsync(In("target"));
        File.CreateSymbolicLink(Store, In("target"));
        Assert.Equal("", await TitleAsync());
        Assert.Equal("store target", Names);
    }

    [FactOnUnix]
    public async Task A_file_that_lost_its_name_before_it_was_locked_is_not_taken_for_the_store()
    {
        await MakeBackupAsync();
        using var handle = File.OpenHandle(Store, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.False(Disk.HasLostName(handle));
        File.Move(In("backup"), Store, overwrite: true);
        Assert.True(Disk.HasLostName(handle));
    }

    /// <summary>Lets a process commit to a store, and kills it; answers the log that it leaves.</summary>
    private static async Task<byte[]> LogOfKilledAsync(string path)
    {
        using var process = await OtherProcess.HoldAsync(path);
        process.Kill();
        await process.WaitForExitAsync();
        var log = await File.ReadAllBytesAsync(path + StoreFile.LogEnding);
        Assert.NotEmpty(log);
        return log;
    }

    private sealed class WithoutReplacing : Disk
    {
        public override void Replace(string from, string to) => throw new IOException("no");
    }
}
