using System.Runtime.InteropServices;
using DocScript.Storage.Sqlite.File;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

/// <summary>What stands behind an open file of SQLite's real access, at a place of its own: the tables that are called and that were there, and the <see cref="RecordedFile"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Recorded
{
    public FileMethods Methods;
    public FileMethods* Real;
    public nint Handle;

    /// <summary>Where it stands behind the start of the file's structure.</summary>
    public static int Place { get; } = Aligned(VfsStructure.Find(null)->FileSize);

    /// <summary>Where the next one may stand.</summary>
    public static int End { get; } = Aligned(Place + sizeof(Recorded));

    public readonly RecordedFile File => (RecordedFile)GCHandle.FromIntPtr(Handle).Target!;

    public static Recorded* Of(OpenFile* file) => (Recorded*)((byte*)file + Place);

    private static int Aligned(int size) => (size + sizeof(nint) - 1) / sizeof(nint) * sizeof(nint);
}

/// <summary>A file that SQLite has open.</summary>
/// <param name="syncsFolder">Whether its first sync is one of the folder too.</param>
internal sealed class RecordedFile(DiskLog log, string name, bool syncsFolder)
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
