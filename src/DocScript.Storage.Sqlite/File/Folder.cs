using System.Runtime.InteropServices;

namespace DocScript.Storage.Sqlite.File;

/// <summary>Folders on the disk.</summary>
internal static partial class Folder
{
    private const string Library = "libc";
    private const int ReadOnly = 0;

    /// <summary>Makes the names in a folder durable: a file that was moved there has its name also after a power cut. Windows does so by itself.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Open(path, ReadOnly);
        if (folder < 0) throw Error(path);
        try
        {
            if (Sync(folder) != 0) throw Error(path);
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Error(string path) => new($"the folder '{path}' can't be made durable: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport(Library, EntryPoint = "close")]
    private static partial int Close(int file);
}
