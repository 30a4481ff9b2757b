using DocScript.Engine.Storage.Durable;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>A disk that says in a log what a store does to whole files of its folder.</summary>
public sealed class RecordingDisk(DiskLog log) : Disk
{
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
}
