using System.Runtime.InteropServices;
using System.Text;

namespace DocScript.Engine.Storage.Durable;

/// <summary>What a store does to whole files itself, beside the engine that it is made of. Tests interpose here.</summary>
public class Disk
{
    /// <summary>The machine's own.</summary>
    public static Disk Own { get; } = new();

    /// <summary>Waits until a file's content is on the disk.</summary>
    /// <exception cref="IOException">It can't be.</exception>
    public virtual void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Gives a file a name that none has.</summary>
    /// <exception cref="IOException">There is one of the name.</exception>
    public virtual void Rename(string from, string to) => File.Move(from, to);

    /// <summary>Deletes a file, if it is there.</summary>
    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Waits until the names of a folder are on the disk. As SQLite has it, a folder that can't be synced is taken as it is.</summary>
    public virtual void SyncFolder(string path)
    {
        // .NET opens no folders, and Windows keeps names by itself.
        if (OperatingSystem.IsWindows()) return;
        var folder = OpenFile(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (folder < 0) return;
        _ = SyncFile(folder);
        _ = CloseFile(folder);
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int OpenFile(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int SyncFile(int file);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int CloseFile(int file);
}
