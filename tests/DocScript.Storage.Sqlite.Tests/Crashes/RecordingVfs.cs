using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DocScript.Storage.Sqlite.File;
using DocScript.Testing.Storage.Crashes;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

/// <summary>
/// SQLite's access to files that says of those in one folder what is done to them. SQLite asks a file for its work by a table of functions
/// (<see href="https://sqlite.org/c3ref/io_methods.html">sqlite3_io_methods</see>); each file gets a copy with some of them replaced, kept behind what the real access keeps of it.
/// </summary>
internal sealed unsafe partial class RecordingVfs : IDisposable
{
    private readonly DiskLog _log;
    private readonly string _folder;
    private readonly VfsStructure* _own;
    private readonly VfsStructure* _base;
    private readonly GCHandle _this;

    public RecordingVfs(DiskLog log, string folder)
    {
        (_log, _folder) = (log, folder);
        _base = VfsStructure.Find(null);
        _this = GCHandle.Alloc(this);
        Name = FormattableString.Invariant($"recording-{GCHandle.ToIntPtr(_this)}");
        _own = VfsStructure.Copy(VfsStructure.Find(Vfs.Name), Name);
        _own->FileSize = Recorded.End + LogFile.Size;
        _own->Data = GCHandle.ToIntPtr(_this);
        _own->Open = &Open;
        _own->Delete = &Delete;
        VfsStructure.Register(_own);
    }

    public string Name { get; }

    public void Dispose()
    {
        _ = Unregister(_own);
        Marshal.FreeCoTaskMem(_own->Name);
        NativeMemory.Free(_own);
        _this.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(VfsStructure* vfs, byte* name, OpenFile* file, int flags, int* outFlags)
    {
        var recording = Of(vfs);
        var code = recording._base->Open(recording._base, name, file, flags, outFlags);
        if (code != raw.SQLITE_OK || recording.NameOf(name) is not { } known) return code;

        var recorded = Recorded.Of(file);
        *recorded = new Recorded { Real = file->Methods, Handle = GCHandle.ToIntPtr(GCHandle.Alloc(new RecordedFile(recording._log, known, SyncsFolder(flags)))), Methods = *file->Methods };
        recorded->Methods.Close = &Close;
        recorded->Methods.Write = &Write;
        recorded->Methods.Truncate = &Truncate;
        recorded->Methods.Sync = &Sync;
        file->Methods = &recorded->Methods;
        // What the store's own access keeps until a flush is no write of the disk.
        if ((flags & raw.SQLITE_OPEN_WAL) != 0) LogFile.Cover(file, (byte*)file + Recorded.End);
        return code;
    }

    /// <summary>Whether SQLite's access for Unix syncs the folder too, at the first sync of a file: it does for journals and logs.</summary>
    private static bool SyncsFolder(int flags) =>
        (flags & raw.SQLITE_OPEN_CREATE) != 0 && (flags & (raw.SQLITE_OPEN_MAIN_JOURNAL | raw.SQLITE_OPEN_MASTER_JOURNAL | raw.SQLITE_OPEN_WAL)) != 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(VfsStructure* vfs, byte* name, int syncFolder)
    {
        var recording = Of(vfs);
        var code = recording._base->Delete(recording._base, name, syncFolder);
        if (code != raw.SQLITE_OK || recording.NameOf(name) is not { } known) return code;
        recording._log.Deleted(known);
        if (syncFolder != 0) recording._log.FolderSynced(recording._log.Now);
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        var recorded = Recorded.Of(file);
        file->Methods = recorded->Real;
        GCHandle.FromIntPtr(recorded->Handle).Free();
        return recorded->Real->Close(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* bytes, int count, long offset)
    {
        var recorded = Recorded.Of(file);
        var code = recorded->Real->Write(file, bytes, count, offset);
        if (code == raw.SQLITE_OK) recorded->File.Wrote(offset, new ReadOnlySpan<byte>(bytes, count));
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long length)
    {
        var recorded = Recorded.Of(file);
        var code = recorded->Real->Truncate(file, length);
        if (code == raw.SQLITE_OK) recorded->File.Resized(length);
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags)
    {
        var recorded = Recorded.Of(file);
        var before = recorded->File.Now;
        var code = recorded->Real->Sync(file, flags);
        if (code == raw.SQLITE_OK) recorded->File.Synced(before);
        return code;
    }

    private static RecordingVfs Of(VfsStructure* vfs) => (RecordingVfs)GCHandle.FromIntPtr(vfs->Data).Target!;

    /// <summary>The name of a file in the folder; null for any other, and for temporary ones.</summary>
    private string? NameOf(byte* path)
    {
        var text = Marshal.PtrToStringUTF8((nint)path);
        return text is not null && Path.GetDirectoryName(text) == _folder ? Path.GetFileName(text) : null;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_unregister")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Unregister(VfsStructure* vfs);
}
