namespace DocScript.Engine.Storage.Durable;

/// <summary>Puts a backup in a store's place, at one stroke: it is copied beside it, judged there, and only then takes its name. Each kind of store says what its backups are.</summary>
/// <param name="disk">Where the store lies.</param>
/// <param name="errors">Of the store.</param>
/// <param name="errorsOfBackup">Of the backup.</param>
internal abstract class Restore(string backup, string path, Disk disk, FileErrors errors, FileErrors errorsOfBackup)
{
    private const int CopiedAtOnce = 1 << 18;

    private readonly string _path = Disk.Follow(Path.GetFullPath(path));

    /// <summary>What is added to a store's name for the files that belong to it, the log first.</summary>
    protected abstract IReadOnlyList<string> Endings { get; }

    /// <summary>How many bytes tell a backup.</summary>
    protected abstract int HeaderLength { get; }

    private string Backup { get; } = Path.GetFullPath(backup);

    private string Beside => _path + ".restoring";

    /// <summary>Restores.</summary>
    /// <param name="replace">Whether a store that is there is given up for it.</param>
    /// <param name="accept">Judges the backup, opened as a store of its own; what it throws ends the restore.</param>
    /// <exception cref="StoreException">The store is as it was.</exception>
    public async Task RunAsync(bool replace, Func<IStore, Task> accept, CancellationToken cancellation)
    {
        if (Directory.Exists(_path)) throw errors.IsFolder();
        if (!replace && File.Exists(_path)) throw errors.Exists();
        if (Path.GetDirectoryName(_path) is { } folder && !Directory.Exists(folder)) throw errors.NoFolder(folder);
        try
        {
            await CopyAsync(cancellation);
            await using (var store = Open(Beside, named: Backup)) await accept(store);
            Settle();
            cancellation.ThrowIfCancellationRequested();
            TakePlace(replace);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw !replace && Path.Exists(_path) ? errors.Exists() : errors.Unwritable(error);
        }
        finally
        {
            DeleteBeside();
        }
    }

    /// <summary>Whether a file that starts so was written as a backup of this kind.</summary>
    protected abstract bool IsBackup(ReadOnlySpan<byte> header);

    /// <summary>Opens the copy, to judge it.</summary>
    /// <param name="named">What messages call it.</param>
    protected abstract IStore Open(string copy, string named);

    /// <summary>Holds the store that is to be replaced, with nothing left in its log, so that nobody else has it open.</summary>
    /// <returns>What lets it go, or null for a file so damaged that it can't be held.</returns>
    /// <exception cref="StoreException">Locked: somebody has it open.</exception>
    protected abstract IDisposable? Hold(string store);

    /// <summary>Whether opening a backup failed because a store has the file open.</summary>
    protected virtual bool IsHeld(IOException error) => false;

    private async Task CopyAsync(CancellationToken cancellation)
    {
        // What a restore left that was interrupted.
        DeleteBeside();
        if (new FileInfo(Backup + Endings[0]) is { Exists: true, Length: > 0 }) throw errorsOfBackup.InUse(Endings[0]);
        // It may be a pipe that nobody writes to; who stops this does not wait for that.
        await using var from = await Task.Run(OpenBackup, CancellationToken.None).WaitAsync(cancellation);
        if (!from.CanSeek) throw errorsOfBackup.NotAStore("it is no regular file");
        await EnsureBackupAsync(from, cancellation);
        using var to = disk.Open(Beside);
        var buffer = new byte[CopiedAtOnce];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;) to.Write(to.Length, buffer.AsSpan(0, read));
    }

    private FileStream OpenBackup()
    {
        try
        {
            return new FileStream(Backup, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw errorsOfBackup.InUse(Endings[0]);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw errorsOfBackup.Unreadable(error);
        }
    }

    // An empty file, and an empty database, would become an empty store when they are opened.
    private async Task EnsureBackupAsync(FileStream from, CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        if (await from.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation) < HeaderLength) throw errorsOfBackup.NotAStore("it is too short");
        if (!IsBackup(header)) throw errorsOfBackup.NotAStore("it was not written by 'docscript backup'");
        from.Position = 0;
    }

    private void Settle()
    {
        if (File.Exists(Beside + Endings[0])) throw new IOException("its log could not be moved into it");
        disk.Sync(Beside);
    }

    private void TakePlace(bool replace)
    {
        using var held = File.Exists(_path) ? Hold(_path) : null;
        var folder = Path.GetDirectoryName(_path)!;
        // A log that is left of another file would be taken for that of this one, also by who opens it after a power cut.
        foreach (var ending in Endings) disk.Delete(_path + ending);
        disk.SyncFolder(folder);
        if (!OperatingSystem.IsWindows() && File.Exists(_path)) File.SetUnixFileMode(Beside, File.GetUnixFileMode(_path));
        // Windows moves nothing over an open file.
        if (OperatingSystem.IsWindows()) held?.Dispose();
        if (replace) disk.Replace(Beside, _path);
        else disk.Rename(Beside, _path);
        disk.SyncFolder(folder);
    }

    private void DeleteBeside()
    {
        foreach (var ending in Endings.Prepend("")) disk.Delete(Beside + ending);
    }
}
