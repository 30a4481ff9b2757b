using System.Buffers.Binary;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>Restores backups that are SQLite files.</summary>
internal sealed class SqliteRestore(string backup, string path, SqliteStoreOptions options)
    : Restore(backup, path, options.Disk, new Errors(path, options.BusyTimeout), new Errors(backup, options.BusyTimeout))
{
    private const int ApplicationAt = 68;

    protected override IReadOnlyList<string> Endings { get; } = ["-wal", "-shm", "-journal"];

    protected override int HeaderLength => 100;

    protected override bool IsBackup(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32BigEndian(header[ApplicationAt..]) == Schema.Application;

    protected override IStore Open(string copy, string named) => SqliteStore.Open(new StoreFile(copy, options, named), options);

    protected override IDisposable? Hold(string store) => HeldStore.Take(new StoreFile(store, options));
}
