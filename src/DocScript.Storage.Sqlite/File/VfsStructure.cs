using System.Runtime.InteropServices;

namespace DocScript.Storage.Sqlite.File;

/// <summary>An access to files as SQLite has it: what it calls to open, delete and look for them, and to sleep.</summary>
/// <remarks>The structure is <see href="https://sqlite.org/c3ref/vfs.html">sqlite3_vfs</see>, whose layout SQLite promises to keep.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe partial struct VfsStructure
{
    private const string Library = "e_sqlite3";

    public int Version;
    public int FileSize;
    public int MaxPath;
    public nint Next;
    public nint Name;
    public nint Data;
    public delegate* unmanaged[Cdecl]<VfsStructure*, byte*, OpenFile*, int, int*, int> Open;
    public delegate* unmanaged[Cdecl]<VfsStructure*, byte*, int, int> Delete;
    public delegate* unmanaged[Cdecl]<VfsStructure*, byte*, int, int*, int> Access;
    public fixed long BeforeSleep[6];
    public delegate* unmanaged[Cdecl]<VfsStructure*, int, int> Sleep;
    public fixed long AfterSleep[6];

    /// <summary>One that does the same under another name, to be changed and registered.</summary>
    public static VfsStructure* Copy(VfsStructure* below, string name)
    {
        var copy = (VfsStructure*)NativeMemory.Alloc((nuint)sizeof(VfsStructure));
        *copy = *below;
        copy->Name = Marshal.StringToCoTaskMemUTF8(name);
        return copy;
    }

    /// <summary>Makes one known to SQLite, which keeps the pointer until it is taken back.</summary>
    public static void Register(VfsStructure* access, bool makeDefault = false)
    {
        var result = Register(access, makeDefault ? 1 : 0);
        if (result != SQLitePCL.raw.SQLITE_OK) throw new InvalidOperationException($"SQLite refused an access to files: {result}");
    }

    /// <summary>The access of a name; the default one for null.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_find", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    public static partial VfsStructure* Find(string? name);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static partial int Register(VfsStructure* access, int makeDefault);
}
