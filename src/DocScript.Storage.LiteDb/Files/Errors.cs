using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>What can go wrong with one LiteDB file, in words for a person.</summary>
internal sealed class Errors(string path, TimeSpan patience) : FileErrors(path, patience)
{
    // The system's numbers: Unix ENOSPC, EFBIG, EDQUOT, and Windows' for a full disk.
    private static readonly int[] FullDisk = [28, 27, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // Beside Linux' number, Windows' sharing and lock violations.
    private static readonly int[] Held = [Disk.TryAgain, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    public static bool IsHeld(Exception error) => error is IOException && Held.Contains(error.HResult);

    /// <summary>What an exception of the disk or of LiteDB stands for.</summary>
    public Exception Of(Exception error) => error switch
    {
        StoreException or OperationCanceledException or ObjectDisposedException or OutOfMemoryException => error,
        EndOfStreamException or InvalidDataException => Corrupt(error.Message, error),
        IOException when FullDisk.Contains(error.HResult) => Full(error),
        UnauthorizedAccessException => Unwritten(error.Message, error),
        IOException => FailingDisk(error.Message, error),
        // LiteDB checks little of what it reads, so that damage shows as whatever goes wrong then.
        _ => Corrupt($"LiteDB can't read it ({error.Message})", error),
    };

    public StoreException IsLocked(string holder, Exception inner) => new(
        StoreProblem.Locked,
        $"the store '{Path}' is held by {holder}, which did not let go in {Seconds} s; {Unchanged}",
        "a LiteDB store is for one process at a time: end that process and run it again, or use a SQLite store",
        inner);
}
