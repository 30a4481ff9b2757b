using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DocScript.Storage.Sqlite.File;

/// <summary>
/// The write-ahead log as one connection has it open. SQLite writes two pieces a page, of 24 bytes and of 4096, and a piece costs far more than its bytes; here those that
/// follow each other are kept until the log is flushed, and then written as one. With <c>synchronous=FULL</c>, which every connection of a store that writes has, SQLite tells
/// others of a commit only after the flush, so nobody looks for what is still kept; the connection itself has it written before it reads.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LogFile
{
    // SQLite's access to files on Unix takes the length of a write modulo 128 kB: it never writes more than a page.
    private const int Capacity = 120 * 1024;
    private const int Ok = SQLitePCL.raw.SQLITE_OK;

    // The first, so that a file's pointer to its methods leads here.
    private FileMethods _methods;
    private FileMethods _below;
    private byte* _kept;
    private long _offset;
    private int _length;

    /// <summary>The bytes it takes behind SQLite's own structure of the file.</summary>
    public static int Size => sizeof(LogFile);

    /// <summary>Puts itself, in a place that has <see cref="Size"/> bytes, between SQLite and a log that was opened.</summary>
    public static void Cover(OpenFile* file, void* place)
    {
        var log = (LogFile*)place;
        *log = default;
        log->_below = log->_methods = *file->Methods;
        log->_methods.Close = &Close;
        log->_methods.Read = &Read;
        log->_methods.Write = &Write;
        log->_methods.Truncate = &Truncate;
        log->_methods.Sync = &Sync;
        log->_methods.Size = &SizeOf;
        file->Methods = &log->_methods;
    }

    private static LogFile* Of(OpenFile* file) => (LogFile*)file->Methods;

    /// <summary>Writes what is kept. What could not be written is dropped: SQLite takes the transaction back.</summary>
    private static int WriteKept(OpenFile* file, LogFile* log)
    {
        if (log->_length == 0) return Ok;
        var length = log->_length;
        log->_length = 0;
        return log->_below.Write(file, log->_kept, length, log->_offset);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* bytes, int length, long offset)
    {
        var log = Of(file);
        if (offset != log->_offset + log->_length || log->_length + length > Capacity)
        {
            var result = WriteKept(file, log);
            if (result != Ok) return result;
            if (length > Capacity) return log->_below.Write(file, bytes, length, offset);
            log->_offset = offset;
        }

        if (log->_kept is null) log->_kept = (byte*)NativeMemory.Alloc(Capacity);
        NativeMemory.Copy(bytes, log->_kept + log->_length, (nuint)length);
        log->_length += length;
        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(OpenFile* file, byte* bytes, int length, long offset)
    {
        var log = Of(file);
        var result = WriteKept(file, log);
        return result == Ok ? log->_below.Read(file, bytes, length, offset) : result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags)
    {
        var log = Of(file);
        var result = WriteKept(file, log);
        return result == Ok ? log->_below.Sync(file, flags) : result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long size)
    {
        var log = Of(file);
        var result = WriteKept(file, log);
        return result == Ok ? log->_below.Truncate(file, size) : result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SizeOf(OpenFile* file, long* size)
    {
        var log = Of(file);
        var result = WriteKept(file, log);
        return result == Ok ? log->_below.Size(file, size) : result;
    }

    // What is still kept then is of a transaction that was taken back.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        var log = Of(file);
        NativeMemory.Free(log->_kept);
        log->_kept = null;
        return log->_below.Close(file);
    }
}
