using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DocScript.Storage.Sqlite.File;

/// <summary>
/// SQLite's own access to files, but for two things. It sleeps as short as SQLite asks for: builds made without usleep sleep a whole second where they mean a microsecond; it
/// happens when a reader meets another connection at the locks of the log several times in a row, and meanwhile the log can't start again. And it writes a commit to the log
/// in one piece (<see cref="LogFile"/>).
/// </summary>
internal static unsafe class Vfs
{
    private const int ReadAndWrite = 1;

    private static readonly VfsStructure* Below = FindDefault();

    /// <summary>What a connection names to use it.</summary>
    public static readonly string Name = Register("docscript");

    /// <summary>Where a log's <see cref="LogFile"/> stands in SQLite's structure of the file: behind all else, at an address for pointers.</summary>
    private static int LogPlace => (Below->FileSize + sizeof(nint) - 1) / sizeof(nint) * sizeof(nint);

    private static VfsStructure* FindDefault()
    {
        SQLitePCL.Batteries_V2.Init();
        return VfsStructure.Find(null);
    }

    private static string Register(string name)
    {
        var own = VfsStructure.Copy(Below, name);
        own->FileSize = LogPlace + LogFile.Size;
        own->Open = &Open;
        own->Sleep = &Sleep;
        VfsStructure.Register(own);
        return name;
    }

    /// <summary>Whether a file can be read and written, asked without a look at its times.</summary>
    /// <param name="path">In UTF-8, with a zero at its end.</param>
    public static bool CanAccess(byte[] path)
    {
        var answer = 0;
        fixed (byte* name = path) return Below->Access(Below, name, ReadAndWrite, &answer) == SQLitePCL.raw.SQLITE_OK && answer != 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(VfsStructure* vfs, byte* path, OpenFile* file, int flags, int* answered)
    {
        var result = Below->Open(vfs, path, file, flags, answered);
        if (result == SQLitePCL.raw.SQLITE_OK && (flags & SQLitePCL.raw.SQLITE_OPEN_WAL) != 0) LogFile.Cover(file, (byte*)file + LogPlace);
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sleep(VfsStructure* vfs, int microseconds)
    {
        using var nothing = new ManualResetEventSlim();
        nothing.Wait((microseconds + 999) / 1000);
        return microseconds;
    }
}
