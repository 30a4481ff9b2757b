using System.Globalization;

namespace DocScript.Engine.Storage.Durable;

/// <summary>What can go wrong with one store's file, in words for a person, whatever the file is made of.</summary>
/// <param name="path">As the user gave it.</param>
/// <param name="patience">How long others are waited for.</param>
internal class FileErrors(string path, TimeSpan patience)
{
    /// <summary>What every message ends with where nothing happened.</summary>
    protected const string Unchanged = "nothing was changed";

    /// <summary>The path that the messages name.</summary>
    protected string Path { get; } = path;

    /// <summary>How long others were waited for, in seconds.</summary>
    protected string Seconds => patience.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    public StoreException Full(Exception? inner = null) =>
        new(StoreProblem.Full, $"the disk of the store '{Path}' is full; {Unchanged}", "free space on that disk and run it again", inner);

    public StoreException FailingDisk(string message, Exception? inner = null) =>
        new(StoreProblem.Unavailable, $"the disk of the store '{Path}' answers errors: {message}", "check the disk; what was committed stands", inner);

    public StoreException Unwritten(string message, Exception? inner = null) => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' can't be written: {message}",
        "check the rights of the file and of its folder; a store is written even to read it",
        inner);

    public StoreException Corrupt(string what, Exception? inner = null) => new(
        StoreProblem.Corrupt,
        $"the store '{Path}' is damaged: {what}",
        "keep a copy of the file and restore a backup",
        inner);

    public StoreException NotAStore(string what) => new(
        StoreProblem.Corrupt,
        $"'{Path}' is not a DocScript store: {what}",
        "give the path of a store, or of a file that does not exist yet");

    public StoreException Newer(long format, long known) => new(
        StoreProblem.NewerFormat,
        $"the store '{Path}' has format {format.ToString(CultureInfo.InvariantCulture)}; this DocScript knows formats up to {known.ToString(CultureInfo.InvariantCulture)}",
        "use the newer DocScript that wrote it");

    public StoreException NewerContent(string what, Exception inner) => new(
        StoreProblem.NewerFormat,
        $"the store '{Path}' holds {what} in a form that this DocScript does not know: {inner.Message}",
        "use the newer DocScript that wrote it",
        inner);

    public StoreException NoFolder(string folder) => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' can't be opened: the folder '{folder}' does not exist",
        "make the folder, or give another path");

    public StoreException Gone() => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' is no longer the file that was opened: it was removed, renamed or replaced; {Unchanged}",
        "put the file back if it was removed, and open the store again");

    public StoreException Exists() => new(
        StoreProblem.Unavailable,
        $"'{Path}' exists already; {Unchanged}",
        "give the path of a file that does not exist yet");

    public StoreException Unreadable(Exception error) => new(
        StoreProblem.Unavailable,
        $"'{Path}' can't be read: {error.Message}",
        "check the path and the rights of the file",
        error);

    public StoreException InUse(string logEnding) => new(
        StoreProblem.Unavailable,
        $"'{Path}' is a store in use, or one that was not closed: part of it is in '{Path}{logEnding}'",
        "make a backup of it with 'docscript backup', and restore that");

    public StoreException ForeignLog(string log) => new(
        StoreProblem.Corrupt,
        $"'{log}' is the log of another store than '{Path}'; {Unchanged}",
        "put back the file that it belongs to, or move the log away if the store is whole without it");

    public StoreException NotEmpty() => StoreException.NotEmpty($"the store '{Path}'");

    public StoreException Twice(Guid transaction) => new(
        StoreProblem.Corrupt,
        $"the journal that is copied holds transaction {transaction} twice",
        "see what else 'docscript verify' says of the store that is copied, and restore a backup of it");

    public StoreException Unwritable(Exception error) => new(
        StoreProblem.Unavailable,
        $"'{Path}' can't be written: {error.Message}",
        "check the rights of its folder, and that its disk has space",
        error);

    public StoreException IsFolder() => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' can't be opened: it is a folder",
        "give the path of a file");

    public StoreException ReadOnly(Exception? inner = null) => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' can't be opened: the file is read-only",
        "check the rights of the file; a store is written even to read it",
        inner);

    public StoreException WriterEnded(Exception? reason) => new(
        StoreProblem.Unavailable,
        $"the store '{Path}' takes no more commits: {reason?.Message ?? "its writer ended"}; {Unchanged}",
        "open the store again",
        reason);
}
