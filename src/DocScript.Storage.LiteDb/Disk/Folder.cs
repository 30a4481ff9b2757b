using System.Runtime.InteropServices;

namespace DocScript.Storage.LiteDb.Disk;

/// <summary>Makes durable which files a folder has: on Unix a file that was made or deleted is so after a power cut only when its folder was flushed, for which .NET has no call.</summary>
internal static partial class Folder
{
    private const int ReadOnly = 0;

    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Open(path, ReadOnly);
        if (folder < 0) throw Failed(path);
        var result = Flush(folder);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(folder);
        // Some file systems can't flush a folder and say so (EINVAL); there is nothing to be done then.
        if (result != 0 && error != 22) throw Failed(path);
    }

    private static IOException Failed(string path) => new($"the folder '{path}' can't be flushed: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
