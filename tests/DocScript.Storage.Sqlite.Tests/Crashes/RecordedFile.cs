using System.Runtime.InteropServices;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

/// <summary>What stands behind an open file of SQLite's real access: the table that SQLite calls, the real one, and the <see cref="OpenFile"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Recorded
{
    public Methods Methods;
    public Methods* Real;
    public nint File;

    public readonly OpenFile Open => (OpenFile)GCHandle.FromIntPtr(File).Target!;

    /// <summary>A file begins with the address of its table, and that is where this begins.</summary>
    public static Recorded* Of(void* file) => *(Recorded**)file;
}

/// <summary>SQLite's sqlite3_io_methods.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Methods
{
    public int Version;
    public delegate* unmanaged[Cdecl]<void*, int> Close;
    public nint Read;
    public delegate* unmanaged[Cdecl]<void*, byte*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<void*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<void*, int, int> Sync;
    public fixed long Others[13];
}

/// <summary>A file that SQLite has open.</summary>
/// <param name="syncsFolder">Whether its first sync is one of the folder too.</param>
internal sealed class OpenFile(DiskLog log, string name, bool syncsFolder)
{
    private readonly int _number = log.Opened(name);
    private bool _syncsFolder = syncsFolder;

    public int Now => log.Now;

    public void Wrote(long offset, ReadOnlySpan<byte> bytes) => log.Wrote(_number, offset, bytes);

    public void Resized(long length) => log.Resized(_number, length);

    public void Synced(int before)
    {
        log.Synced(_number, before);
        if (!_syncsFolder) return;
        log.FolderSynced(before);
        _syncsFolder = false;
    }
}
