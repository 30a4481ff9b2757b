using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.File;

/// <summary>
/// Whether the files of a connection are still those that their names lead to. SQLite goes on in a file that was removed or replaced as if it were there,
/// and when it closes one it deletes the log beside its name, whosever that is by then.
/// </summary>
internal sealed partial class OpenFiles
{
    private const int PersistLog = 10;
    private const int HasMoved = 20;

    private readonly sqlite3 _handle;
    private readonly Beside _log;
    private readonly Beside _sharedMemory;

    public OpenFiles(sqlite3 handle)
    {
        _handle = handle;
        // SQLite names them after the file that links lead to.
        var file = raw.sqlite3_db_filename(handle, "main").utf8_to_string();
        (_log, _sharedMemory) = (new(file + "-wal"), new(file + "-shm"));
    }

    /// <summary>Whether the store's file was removed, renamed or replaced.</summary>
    public bool IsFileGone => Control(HasMoved, 0) == 1;

    /// <summary>The log or the memory that connections share, whichever was removed while the store is open; else null.</summary>
    public string? Missing => !_log.Exists ? _log.Path : !_sharedMemory.Exists ? _sharedMemory.Path : null;

    /// <summary>Leaves alone what is beside the name of a file that is gone, when the connection is closed.</summary>
    public void LeaveLogIfGone()
    {
        if (IsFileGone) Control(PersistLog, 1);
    }

    /// <summary>What SQLite's access to files leaves in the argument; that of Windows, where open files stay, knows not all of it.</summary>
    private int Control(int operation, int argument)
    {
        _ = FileControl(_handle.DangerousGetHandle(), "main", operation, ref argument);
        return argument;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int FileControl(nint connection, string database, int operation, ref int argument);

    /// <summary>A file beside the store's.</summary>
    private sealed class Beside(string path)
    {
        private readonly byte[] _path = Encoding.UTF8.GetBytes(path + "\0");

        public string Path => path;

        /// <summary>
        /// Whether it is there. It is looked at only where it can't be accessed: Linux writes the exact time of the first change after somebody looked, and the flush of a log
        /// then takes a second write to the disk, that of the file's times, which is half as long again.
        /// </summary>
        public bool Exists => Vfs.CanAccess(_path) || System.IO.File.Exists(path);
    }
}
