using DocScript.Engine.Storage.Durable;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

/// <summary>A disk that says what the store does to its files beside SQLite.</summary>
internal sealed class RecordingDisk(DiskLog log) : Disk
{
    public override void Sync(string path)
    {
        var before = log.Now;
        base.Sync(path);
        log.Synced(log.Opened(Path.GetFileName(path)), before);
    }

    public override void Rename(string from, string to)
    {
        base.Rename(from, to);
        log.Renamed(Path.GetFileName(from), Path.GetFileName(to));
    }

    public override void SyncFolder(string path)
    {
        var before = log.Now;
        base.SyncFolder(path);
        log.FolderSynced(before);
    }

    public override void Delete(string path)
    {
        base.Delete(path);
        log.Deleted(Path.GetFileName(path));
    }
}
