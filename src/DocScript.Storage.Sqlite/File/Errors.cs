using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.Sqlite.File;

/// <summary>What can go wrong with one SQLite file, in words for a person.</summary>
internal sealed class Errors(string path, TimeSpan patience) : FileErrors(path, patience)
{
    /// <summary>What an answer of SQLite stands for: a <see cref="StoreException"/>, or another exception where the error is a bug of ours.</summary>
    public Exception Of(int code, string message) => (code & 0xff) switch
    {
        5 or 6 or 15 => new StoreException(
            StoreProblem.Locked,
            $"the store '{Path}' is held by another process, which did not let go in {Seconds} s; {Unchanged}",
            "run it again, or end the process that holds the file"),
        11 or 26 => Corrupt((code & 0xff) == 26 ? "it is not a database" : "SQLite found damage in it"),
        // They were there when the file was opened.
        1 when message.StartsWith("no such table", StringComparison.Ordinal) => Corrupt("tables are missing"),
        13 => Full(),
        3 or 8 or 23 => Unwritten(message),
        14 => new StoreException(StoreProblem.Unavailable, $"the store '{Path}' can't be opened: {message}", "check that the folder exists and can be written"),
        10 => FailingDisk(message),
        _ => new InvalidOperationException($"SQLite refused a statement on '{Path}': {message}"),
    };

    public StoreException LogGone(string file) => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' can't be written: '{file}' was removed while it is open; {Unchanged}",
        "close the store and open it again; what was committed stands");

    public StoreException NoSharedMemory() => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' can't be opened: its disk does not support a write-ahead log",
        "put the store on a local disk");
}
