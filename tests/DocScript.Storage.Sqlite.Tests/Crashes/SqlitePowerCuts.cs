using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;
using DocScript.Testing.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

public sealed class SqlitePowerCuts : StorePowerCuts, IDisposable
{
    private readonly Dictionary<DiskLog, RecordingVfs> _recordings = [];

    public void Dispose()
    {
        foreach (var recording in _recordings.Values) recording.Dispose();
    }

    public static TheoryData<long> OlderFormats => [.. Enumerable.Range(1, (int)Schema.Format - 1).Select(format => (long)format)];

    [Theory]
    [MemberData(nameof(OlderFormats))]
    public Task Wherever_the_power_is_cut_while_a_store_of_an_older_format_is_opened_it_holds_what_it_held(long format) => AssertMigratesAsync(
        path =>
        {
            using var made = new StoreFolder();
            made.Run(GoldenStore.Read(format, "sql"));
            System.IO.File.Copy(made.Path, path);
        },
        GoldenStore.Read(format, "txt"));

    protected override IStore Open(string path, TimeProvider clock, DiskLog? log) => SqliteStore.Open(path, Options(path, clock, log));

    protected override Task RestoreAsync(string backup, string path, bool replace, TimeProvider clock, DiskLog log) =>
        SqliteStore.RestoreAsync(backup, path, replace, _ => Task.CompletedTask, Options(path, clock, log));

    /// <summary>The memory that connections share is a file of its own, never synced: none, an empty one, or any bytes.</summary>
    protected override void Litter(string path, Random random)
    {
        var length = random.Next(3) switch { 0 => -1, 1 => 0, _ => 32768 };
        if (length < 0) return;
        var bytes = new byte[length];
        random.NextBytes(bytes);
        System.IO.File.WriteAllBytes(path + "-shm", bytes);
    }

    private SqliteStoreOptions Options(string path, TimeProvider clock, DiskLog? log)
    {
        var options = SqliteStoreOptions.Default with { Clock = clock };
        if (log is null) return options;
        if (!_recordings.TryGetValue(log, out var recording)) _recordings[log] = recording = new RecordingVfs(log, Path.GetDirectoryName(path)!);
        return options with { Disk = new RecordingDisk(log), FileAccess = recording.Name };
    }
}
