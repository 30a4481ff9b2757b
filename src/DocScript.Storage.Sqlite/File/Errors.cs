using System.Globalization;
using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.File;

/// <summary>What can go wrong with one store's file, in words for a person.</summary>
internal sealed class Errors(string path, TimeSpan patience)
{
    private const string Unchanged = "nothing was changed";

    /// <summary>What an answer of SQLite stands for: a <see cref="StoreException"/>, or another exception where the error is a bug of ours.</summary>
    public Exception Of(int code, string message) => (code & 0xff) switch
    {
        5 or 6 or 15 => new StoreException(
            StoreProblem.Locked,
            $"the store '{path}' is held by another process, which did not let go in {patience.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s; {Unchanged}",
            "run it again, or end the process that holds the file"),
        11 or 26 => Corrupt((code & 0xff) == 26 ? "it is not a database" : "SQLite found damage in it"),
        13 => new StoreException(StoreProblem.Full, $"the disk of the store '{path}' is full; {Unchanged}", "free space on that disk and run it again"),
        3 or 8 or 23 => new StoreException(StoreProblem.Unavailable, $"the store '{path}' can't be written: {message}", "check the rights of the file and of its folder; a store is written even to read it"),
        14 => new StoreException(StoreProblem.Unavailable, $"the store '{path}' can't be opened: {message}", "check that the folder exists and can be written"),
        10 => new StoreException(StoreProblem.Unavailable, $"the disk of the store '{path}' answers errors: {message}", "check the disk; what was committed stands"),
        _ => new InvalidOperationException($"SQLite refused a statement on '{path}': {message}"),
    };

    public StoreException Corrupt(string what, Exception? inner = null) => new(
        StoreProblem.Corrupt,
        $"the store '{path}' is damaged: {what}",
        "keep a copy of the file and restore a backup",
        inner);

    public StoreException NotAStore(string what) => new(
        StoreProblem.Corrupt,
        $"'{path}' is not a DocScript store: {what}",
        "give the path of a store, or of a file that does not exist yet");

    public StoreException Newer(long format) => new(
        StoreProblem.NewerFormat,
        $"the store '{path}' has format {format.ToString(CultureInfo.InvariantCulture)}; this DocScript knows formats up to {Schema.Format.ToString(CultureInfo.InvariantCulture)}",
        "use the newer DocScript that wrote it");

    public StoreException NewerContent(string what, Exception inner) => new(
        StoreProblem.NewerFormat,
        $"the store '{path}' holds {what} in a form that this DocScript does not know: {inner.Message}",
        "use the newer DocScript that wrote it",
        inner);

    public StoreException NoFolder(string folder) => new(
        StoreProblem.Unavailable,
        $"the store '{path}' can't be opened: the folder '{folder}' does not exist",
        "make the folder, or give another path");

    public StoreException Exists() => new(
        StoreProblem.Unavailable,
        $"'{path}' exists already; {Unchanged}",
        "give the path of a file that does not exist yet");

    public StoreException Unreadable(Exception error) => new(
        StoreProblem.Unavailable,
        $"'{path}' can't be read: {error.Message}",
        "check the path and the rights of the file",
        error);

    public StoreException InUse() => new(
        StoreProblem.Unavailable,
        $"'{path}' is a store in use, or one that was not closed: part of it is in '{path}-wal'",
        "make a backup of it with 'docscript backup', and restore that");

    public StoreException Replaced() => new(
        StoreProblem.Unavailable,
        $"the store '{path}' was replaced by a backup meanwhile",
        "run it again");

    public StoreException NotEmpty() => StoreException.NotEmpty($"the store '{path}'");

    public StoreException Twice(Guid transaction) => new(
        StoreProblem.Corrupt,
        $"the journal that is copied holds transaction {transaction} twice",
        "see what else 'docscript verify' says of the store that is copied, and restore a backup of it");

    public StoreException Unwritable(Exception error) => new(
        StoreProblem.Unavailable,
        $"'{path}' can't be written: {error.Message}",
        "check the rights of its folder, and that its disk has space",
        error);

    public StoreException IsFolder() => new(
        StoreProblem.Unavailable,
        $"the store '{path}' can't be opened: it is a folder",
        "give the path of a file");

    public StoreException ReadOnly() => new(
        StoreProblem.Unavailable,
        $"the store '{path}' can't be opened: the file is read-only",
        "check the rights of the file; a store is written even to read it");

    public StoreException NoSharedMemory() => new(
        StoreProblem.Unavailable,
        $"the store '{path}' can't be opened: its disk does not support a write-ahead log",
        "put the store on a local disk");

    public StoreException WriterEnded(Exception? reason) => new(
        StoreProblem.Unavailable,
        $"the store '{path}' takes no more commits: {reason?.Message ?? "its writer ended"}; {Unchanged}",
        "open the store again",
        reason);
}
