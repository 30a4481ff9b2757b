using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Benchmarks;

/// <summary>
/// Counts how often SQLite has a file flushed to the disk, whoever asks: commits and checkpoints. It makes itself SQLite's default access to files, on which the store's own
/// is built, so <see cref="Start"/> comes before the first store is opened.
/// </summary>
internal static unsafe class FlushCounter
{
    private static VfsStructure* _below;
    private static delegate* unmanaged[Cdecl]<OpenFile*, int, int> _sync;
    private static long _count;

    /// <summary>Flushes since the start.</summary>
    public static long Count => Interlocked.Read(ref _count);

    public static void Start()
    {
        if (_below is not null) return;
        SQLitePCL.Batteries_V2.Init();
        _below = VfsStructure.Find(null);
        var counting = VfsStructure.Copy(_below, "counting");
        counting->Open = &Open;
        VfsStructure.Register(counting, makeDefault: true);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(VfsStructure* access, byte* path, OpenFile* file, int flags, int* answered)
    {
        var result = _below->Open(access, path, file, flags, answered);
        if (file->Methods is null) return result;
        // Whatever else differs between files, how they lock above all, they are flushed in one way.
        var methods = (FileMethods*)NativeMemory.Alloc((nuint)sizeof(FileMethods));
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
}
