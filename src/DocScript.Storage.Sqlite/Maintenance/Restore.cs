using System.Buffers.Binary;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>Puts a backup in a store's place, at one stroke: it is copied beside it, judged there, and only then takes its name.</summary>
internal sealed class Restore
{
    private const int ApplicationAt = 68, HeaderLength = 100;
    private static readonly string[] Logs = ["-wal", "-shm", "-journal"];

    private readonly string _backup, _path, _beside;
    private readonly SqliteStoreOptions _options;
    private readonly Disk _disk;
    private readonly Errors _errors, _errorsOfBackup;

    public Restore(string backup, string path, SqliteStoreOptions options)
    {
        _backup = Path.GetFullPath(backup);
        _path = Target(Path.GetFullPath(path));
        _beside = _path + ".restoring";
        (_options, _disk) = (options, options.Disk);
        _errors = new Errors(path, options.BusyTimeout);
        _errorsOfBackup = new Errors(backup, options.BusyTimeout);
    }

    public async Task RunAsync(bool replace, Func<IStore, Task> accept, CancellationToken cancellation)
    {
        if (Directory.Exists(_path)) throw _errors.IsFolder();
        if (!replace && System.IO.File.Exists(_path)) throw _errors.Exists();
        if (Path.GetDirectoryName(_path) is { } folder && !Directory.Exists(folder)) throw _errors.NoFolder(folder);
        try
        {
            await CopyAsync(cancellation);
            await using (var store = SqliteStore.Open(new StoreFile(_beside, _options, _backup), _options)) await accept(store);
            Settle();
            cancellation.ThrowIfCancellationRequested();
            TakePlace(replace);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw !replace && Path.Exists(_path) ? _errors.Exists() : _errors.Unwritable(error);
        }
        finally
        {
            DeleteBeside();
        }
    }

    /// <summary>Where a link leads, so that it stays one.</summary>
    private static string Target(string path) =>
        new FileInfo(path).LinkTarget is null ? path : System.IO.File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    private async Task CopyAsync(CancellationToken cancellation)
    {
        // What a restore left that was interrupted.
        DeleteBeside();
        try
        {
            if (new FileInfo(_backup + "-wal") is { Exists: true, Length: > 0 }) throw _errorsOfBackup.InUse();
            await using var from = new FileStream(_backup, FileMode.Open, FileAccess.Read, FileShare.Read);
            await EnsureStoreAsync(from, cancellation);
            await using var to = new FileStream(_beside, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await from.CopyToAsync(to, cancellation);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException && !System.IO.File.Exists(_beside))
        {
            throw _errorsOfBackup.Unreadable(error);
        }
    }

    // An empty file, and an empty database, would become an empty store when they are opened.
    private async Task EnsureStoreAsync(FileStream from, CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        if (await from.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation) < HeaderLength) throw _errorsOfBackup.NotAStore("it is too short");
        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationAt)) != Schema.Application) throw _errorsOfBackup.NotAStore("it was not written by 'docscript backup'");
        from.Position = 0;
    }

    private void Settle()
    {
        if (System.IO.File.Exists(_beside + "-wal")) throw new IOException("its log could not be moved into it");
        _disk.Sync(_beside);
    }

    private void TakePlace(bool replace)
    {
        using var held = System.IO.File.Exists(_path) ? HeldStore.Take(new StoreFile(_path, _options)) : null;
        // A log that is left of another file would be taken for that of this one.
        foreach (var log in Logs) _disk.Delete(_path + log);
        if (!OperatingSystem.IsWindows() && System.IO.File.Exists(_path)) System.IO.File.SetUnixFileMode(_beside, System.IO.File.GetUnixFileMode(_path));
        // Windows moves nothing over an open file.
        if (OperatingSystem.IsWindows()) held?.Dispose();
        if (replace) _disk.Replace(_beside, _path);
        else _disk.Rename(_beside, _path);
        _disk.SyncFolder(Path.GetDirectoryName(_path)!);
    }

    private void DeleteBeside()
    {
        foreach (var log in Logs.Prepend("")) _disk.Delete(_beside + log);
    }
}
