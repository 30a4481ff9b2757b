using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DocScript.Benchmarks;

/// <summary>
/// Counts how often SQLite has a file flushed to the disk, whoever asks: commits and checkpoints. It makes itself SQLite's default access to files, on which the store's own
/// is built, so <see cref="Start"/> comes before the first store is opened.
/// </summary>
/// <remarks>The structures are sqlite3_vfs and sqlite3_io_methods, whose layouts SQLite promises to keep.</remarks>
internal static unsafe partial class FlushCounter
{
    private const string Library = "e_sqlite3";

    private static Access* _below;
    private static delegate* unmanaged[Cdecl]<OpenFile*, int, int> _sync;
    private static long _count;

    /// <summary>Flushes since the start.</summary>
    public static long Count => Interlocked.Read(ref _count);

    public static void Start()
    {
        if (_below is not null) return;
        SQLitePCL.Batteries_V2.Init();
        _below = Find(null);
        // SQLite keeps the pointer as long as the process lives.
        var counting = (Access*)NativeMemory.Alloc((nuint)sizeof(Access));
        *counting = *_below;
        counting->Name = Marshal.StringToCoTaskMemUTF8("counting");
        counting->Open = &Open;
        if (Register(counting, makeDefault: 1) != SQLitePCL.raw.SQLITE_OK) throw new InvalidOperationException("SQLite refused to count its flushes");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Access* access, byte* path, OpenFile* file, int flags, int* answered)
    {
        var result = _below->Open(access, path, file, flags, answered);
        if (file->Methods is null) return result;
        // Whatever else differs between files, how they lock above all, they are flushed in one way.
        var methods = (Methods*)NativeMemory.Alloc((nuint)sizeof(Methods));
        *methods = *file->Methods;
        _sync = methods->Sync;
        methods->Sync = &Sync;
        file->Methods = methods;
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags)
    {
        Interlocked.Increment(ref _count);
        return _sync(file, flags);
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_find", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial Access* Find(string? name);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Register(Access* access, int makeDefault);

    [StructLayout(LayoutKind.Sequential)]
    private struct Access
    {
        public int Version;
        public int FileSize;
        public int MaxPath;
        public nint Next;
        public nint Name;
        public nint Data;
        public delegate* unmanaged[Cdecl]<Access*, byte*, OpenFile*, int, int*, int> Open;
        public fixed long AfterOpen[15];
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct OpenFile
    {
        public Methods* Methods;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Methods
    {
        public int Version;
        public fixed long BeforeSync[4];
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
        public fixed long AfterSync[13];
    }
}
