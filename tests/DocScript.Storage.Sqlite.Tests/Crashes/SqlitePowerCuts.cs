using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

public sealed class SqlitePowerCuts : StorePowerCuts, IDisposable
{
    private readonly Dictionary<DiskLog, RecordingVfs> _recordings = [];

    public void Dispose()
    {
        foreach (var recording in _recordings.Values) recording.Dispose();
    }

    protected override IStore Open(string path, TimeProvider clock, DiskLog? log)
    {
        var options = SqliteStoreOptions.Default with { Clock = clock };
        if (log is null) return SqliteStore.Open(path, options);
        if (!_recordings.TryGetValue(log, out var recording)) _recordings[log] = recording = new RecordingVfs(log, Path.GetDirectoryName(path)!);
        return SqliteStore.Open(path, options with { Disk = new RecordingDisk(log), FileAccess = recording.Name });
    }

    /// <summary>The memory that connections share is a file of its own, never synced: none, an empty one, or any bytes.</summary>
    protected override void Litter(string path, Random random)
    {
        var length = random.Next(3) switch { 0 => -1, 1 => 0, _ => 32768 };
        if (length < 0) return;
        var bytes = new byte[length];
        random.NextBytes(bytes);
        System.IO.File.WriteAllBytes(path + "-shm", bytes);
    }
}
