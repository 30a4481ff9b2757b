using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.LiteDb.Tests.Crashes;

public sealed class LiteDbPowerCuts : StorePowerCuts
{
    protected override IStore Open(string path, TimeProvider clock, DiskLog? log) => LiteDbStore.Open(path, Options(clock, log));

    protected override Task RestoreAsync(string backup, string path, bool replace, TimeProvider clock, DiskLog log) =>
        LiteDbStore.RestoreAsync(backup, path, replace, _ => Task.CompletedTask, Options(clock, log));

    /// <summary>Who held the file, and what a compaction was building: neither is ever read again.</summary>
    protected override void Litter(string path, Random random)
    {
        if (random.Next(2) == 0) return;
        var bytes = new byte[random.Next(20_000)];
        random.NextBytes(bytes);
        File.WriteAllBytes(path + "-lock", bytes);
        File.WriteAllBytes(path + "-compact", bytes);
    }

    private static LiteDbStoreOptions Options(TimeProvider clock, DiskLog? log)
    {
        var options = LiteDbStoreOptions.Default with { Clock = clock };
        return log is null ? options : options with { Disk = new RecordingDisk(log) };
    }
}
