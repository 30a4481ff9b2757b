using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DocScript.Storage.Sqlite.File;

/// <summary>
/// SQLite's own access to files, but for two things. It sleeps as short as SQLite asks for: builds made without usleep sleep a whole second where they mean a microsecond; it
/// happens when a reader meets another connection at the locks of the log several times in a row, and meanwhile the log can't start again. And it writes a commit to the log
/// in one piece (<see cref="LogFile"/>).
/// </summary>
/// <remarks>The structure is <see href="https://sqlite.org/c3ref/vfs.html">sqlite3_vfs</see>, whose layout SQLite promises to keep.</remarks>
internal static unsafe partial class Vfs
{
    private const string Library = "e_sqlite3";
    private const int ReadAndWrite = 1;

    private static readonly Structure* Below = FindDefault();

    /// <summary>What a connection names to use it.</summary>
    public static readonly string Name = Register("docscript");

    /// <summary>Where a log's <see cref="LogFile"/> stands in SQLite's structure of the file: behind all else, at an address for pointers.</summary>
    private static int LogPlace => (Below->FileSize + sizeof(nint) - 1) / sizeof(nint) * sizeof(nint);

    private static Structure* FindDefault()
    {
        SQLitePCL.Batteries_V2.Init();
        return Find(null);
    }

    private static string Register(string name)
    {
        // SQLite keeps the pointer as long as the process lives.
        var copy = (Structure*)NativeMemory.Alloc((nuint)sizeof(Structure));
        *copy = *Below;
        copy->Name = Marshal.StringToCoTaskMemUTF8(name);
        copy->FileSize = LogPlace + LogFile.Size;
        copy->Open = &Open;
        copy->Sleep = &Sleep;
        var result = Register(copy, makeDefault: 0);
        return result == SQLitePCL.raw.SQLITE_OK ? name : throw new InvalidOperationException($"SQLite refused its own file access under another name: {result}");
    }

    /// <summary>Whether a file can be read and written, asked without a look at its times.</summary>
    /// <param name="path">In UTF-8, with a zero at its end.</param>
    public static bool CanAccess(byte[] path)
    {
        var answer = 0;
        fixed (byte* name = path) return Below->Access(Below, name, ReadAndWrite, &answer) == SQLitePCL.raw.SQLITE_OK && answer != 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Structure* vfs, byte* path, OpenFile* file, int flags, int* answered)
    {
        var result = Below->Open(vfs, path, file, flags, answered);
        if (result == SQLitePCL.raw.SQLITE_OK && (flags & SQLitePCL.raw.SQLITE_OPEN_WAL) != 0) LogFile.Cover(file, (byte*)file + LogPlace);
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sleep(Structure* vfs, int microseconds)
    {
        using var nothing = new ManualResetEventSlim();
        nothing.Wait((microseconds + 999) / 1000);
        return microseconds;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_find", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial Structure* Find(string? name);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int Register(Structure* vfs, int makeDefault);

    [StructLayout(LayoutKind.Sequential)]
    internal struct Structure
    {
        public int Version;
        public int FileSize;
        public int MaxPath;
        public nint Next;
        public nint Name;
        public nint Data;
        public delegate* unmanaged[Cdecl]<Structure*, byte*, OpenFile*, int, int*, int> Open;
        public delegate* unmanaged[Cdecl]<Structure*, byte*, int, int> Delete;
        public delegate* unmanaged[Cdecl]<Structure*, byte*, int, int*, int> Access;
        public fixed long BeforeSleep[6];
        public delegate* unmanaged[Cdecl]<Structure*, int, int> Sleep;
        public fixed long AfterSleep[6];
    }
}
