using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DocScript.Engine.Storage.Durable;

/// <summary>What a store does to its files, but for what an engine does by itself inside of them. Tests interpose here.</summary>
public partial class Disk
{
    /// <summary>The machine's own.</summary>
    public static Disk Own { get; } = new();

    /// <summary>Linux' EAGAIN: the number of an exception for a file that another holds.</summary>
    internal const int TryAgain = 11;

    /// <summary>Where a link leads in the end, so that it stays one; what is no link is what it is.</summary>
    public static string Follow(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>Opens a file for this process alone, or makes it.</summary>
    /// <exception cref="IOException">Another holds it, or it can't be opened.</exception>
    public virtual IFile Open(string path)
    {
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        if (!HasLostName(handle)) return new SystemFile(handle);
        handle.Dispose();
        throw new IOException($"'{path}' was replaced while it was opened", TryAgain);
    }

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

    /// <summary>Whether another file took the name of one that is open, or it was deleted. Opening and locking are two steps on Unix, and a restore may come between; only Linux tells.</summary>
    internal static bool HasLostName(SafeFileHandle handle) => OperatingSystem.IsLinux() &&
        new FileInfo(FormattableString.Invariant($"/proc/self/fd/{handle.DangerousGetHandle()}")).LinkTarget?.EndsWith(" (deleted)", StringComparison.Ordinal) == true;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int SyncFile(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseFile(int file);
}
