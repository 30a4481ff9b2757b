using System.Runtime.InteropServices;

namespace DocScript.Storage.Sqlite.File;

/// <summary>An open file as SQLite has it: its methods, and behind them what belongs to those.</summary>
/// <remarks>The structures are <see href="https://sqlite.org/c3ref/file.html">sqlite3_file</see> and <see href="https://sqlite.org/c3ref/io_methods.html">sqlite3_io_methods</see>, whose layouts SQLite promises to keep.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OpenFile
{
    public FileMethods* Methods;
}

/// <summary>What can be done with an open file; each answers a code of SQLite's.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FileMethods
{
    public int Version;
    public delegate* unmanaged[Cdecl]<OpenFile*, int> Close;
    public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Read;
    public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
    public delegate* unmanaged[Cdecl]<OpenFile*, long*, int> Size;
    public fixed long Others[12];
}
