using System.Runtime.InteropServices;

namespace DocScript.Engine.Storage.Durable;

/// <summary>What a store does to whole files, beside what its engine does inside them. Tests interpose here.</summary>
public partial class Disk
{
    /// <summary>The machine's own.</summary>
    public static Disk Own { get; } = new();

    /// <summary>Where a link leads in the end, so that it stays one; what is no link is what it is.</summary>
    public static string Follow(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>Waits until a file's content is on the disk.</summary>
    public virtual void Sync(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Gives a file a name that none has.</summary>
    /// <exception cref="IOException">There is one of the name.</exception>
    public virtual void Rename(string from, string to) => File.Move(from, to);

    /// <summary>Gives a file the name of another, which is gone then.</summary>
    public virtual void Replace(string from, string to) => File.Move(from, to, overwrite: true);

    /// <summary>Deletes a file, if it is there.</summary>
    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Waits until the names of a folder are on the disk. As SQLite has it, a folder that can't be synced is taken as it is.</summary>
    public virtual void SyncFolder(string path)
    {
        // .NET opens no folders, and Windows keeps names by itself.
        if (OperatingSystem.IsWindows()) return;
        var folder = OpenFile(path, 0);
        if (folder < 0) return;
        _ = SyncFile(folder);
        _ = CloseFile(folder);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int SyncFile(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseFile(int file);
}
