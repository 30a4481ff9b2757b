namespace DocScript.Testing.Storage.Crashes;

/// <summary>
/// All that a store does to the files of one folder, in order. What records says a write, a rename or a deletion once it is done, and takes the moment of a sync before that begins
/// (<see cref="Now"/>), so that the log never says of more than is true that it is on the disk. Several threads may record at once.
/// </summary>
public sealed class DiskLog
{
    private readonly Lock _lock = new();
    private readonly List<DiskEvent> _events = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private int _files;

    /// <summary>A log that begins with the files that are in a folder, all of them on the disk.</summary>
    public static DiskLog Of(string folder)
    {
        var log = new DiskLog();
        foreach (var path in Directory.GetFiles(folder))
        {
            var file = log.Opened(Path.GetFileName(path));
            log.Wrote(file, 0, File.ReadAllBytes(path));
            log.Synced(file, log.Now);
        }

        log.FolderSynced(log.Now);
        return log;
    }

    /// <summary>How much happened so far.</summary>
    public int Now
    {
        get
        {
            lock (_lock) return _events.Count;
        }
    }

    /// <summary>A file is opened, or made where the folder has none of the name; answers its number, by which it is known whatever becomes of the name.</summary>
    public int Opened(string name)
    {
        lock (_lock)
        {
            if (_names.TryGetValue(name, out var known)) return known;
            _events.Add(new Linked(name, ++_files));
            return _names[name] = _files;
        }
    }

    /// <summary>Bytes are in a file, if only in the system's memory.</summary>
    public void Wrote(int file, long offset, ReadOnlySpan<byte> bytes) => Add(new Wrote(file, offset, bytes.ToArray()));

    /// <summary>A file has a length.</summary>
    public void Resized(int file, long length) => Add(new Resized(file, length));

    /// <summary>What a file held before the moment when the sync began is on the disk.</summary>
    public void Synced(int file, int before) => Add(new Synced(file, before));

    /// <summary>The names that the folder held before the moment when the sync began are on the disk.</summary>
    public void FolderSynced(int before) => Add(new FolderSynced(before));

    /// <summary>A name is gone; the file stays for those that have it open.</summary>
    public void Deleted(string name)
    {
        lock (_lock)
        {
            if (_names.Remove(name)) _events.Add(new Unlinked(name));
        }
    }

    /// <summary>A file has another name.</summary>
    public void Renamed(string from, string to)
    {
        lock (_lock)
        {
            if (!_names.Remove(from, out var file)) return;
            _names[to] = file;
            _events.Add(new Renamed(from, to));
        }
    }

    /// <summary>The store acknowledged something.</summary>
    public void Promised(Promise promise) => Add(new Promised(promise));

    /// <summary>What happened so far.</summary>
    internal IReadOnlyList<DiskEvent> Events
    {
        get
        {
            lock (_lock) return [.. _events];
        }
    }

    private void Add(DiskEvent happened)
    {
        lock (_lock) _events.Add(happened);
    }
}
