using DocScript.Engine.Storage.Durable;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>A disk that says in a log what a store does to the files of its folder.</summary>
public sealed class RecordingDisk(DiskLog log) : Disk
{
    /// <inheritdoc/>
    public override IFile Open(string path)
    {
        var file = base.Open(path);
        return new RecordingFile(log, log.Opened(Path.GetFileName(path)), file);
    }

    /// <inheritdoc/>
    public override void Sync(string path)
    {
        var before = log.Now;
        base.Sync(path);
        log.Synced(log.Opened(Path.GetFileName(path)), before);
    }

    /// <inheritdoc/>
    public override void Rename(string from, string to)
    {
        base.Rename(from, to);
        log.Renamed(Path.GetFileName(from), Path.GetFileName(to));
    }

    /// <inheritdoc/>
    public override void Replace(string from, string to)
    {
        base.Replace(from, to);
        log.Renamed(Path.GetFileName(from), Path.GetFileName(to));
    }

    /// <inheritdoc/>
    public override void Delete(string path)
    {
        base.Delete(path);
        log.Deleted(Path.GetFileName(path));
    }

    /// <inheritdoc/>
    public override void SyncFolder(string path)
    {
        var before = log.Now;
        base.SyncFolder(path);
        log.FolderSynced(before);
    }

    private sealed class RecordingFile(DiskLog log, int number, IFile file) : IFile
    {
        public long Length => file.Length;

        public int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            file.Write(offset, bytes);
            log.Wrote(number, offset, bytes);
        }

        public void SetLength(long length)
        {
            file.SetLength(length);
            log.Resized(number, length);
        }

        public void Sync()
        {
            var before = log.Now;
            file.Sync();
            log.Synced(number, before);
        }

        public void Dispose() => file.Dispose();
    }
}
