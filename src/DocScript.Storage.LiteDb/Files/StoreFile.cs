using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>
/// A store's data file with its log. Opening it takes the lock, and finishes what a process that died left: the whole transactions of the log are written to the data file,
/// flushed, and only then is the log emptied, so that whatever was torn (the end of the log, or any page of the data file in the middle of this) is whole again before LiteDB looks at it.
/// </summary>
internal sealed class StoreFile : IDisposable
{
    /// <summary>What is added to the store's name for its log.</summary>
    public const string LogEnding = "-log";

    /// <summary>And for the file that says who holds it.</summary>
    public const string LockEnding = "-lock";

    /// <summary>And for what is built beside it.</summary>
    public const string ScratchEnding = "-compact";

    private readonly string _path;
    private readonly Holder _holder;
    private readonly IFile _data;
    private readonly bool _made;
    private PageLog? _log;
    private bool _dirty;

    /// <param name="named">What messages call it; the path when null.</param>
    /// <exception cref="Engine.Storage.StoreException">It is held, can't be opened or written, or is no store.</exception>
    public StoreFile(string path, LiteDbStoreOptions options, string? named = null)
    {
        Errors = new Errors(named ?? path, options.BusyTimeout);
        Disk = options.Disk;
        // Whatever name leads to the file, its log is the one beside it.
        _path = Disk.Follow(Path.GetFullPath(path));
        _holder = new Holder(_path + LockEnding);
        if (Directory.Exists(_path)) throw Errors.IsFolder();
        if (!Directory.Exists(FolderPath)) throw Errors.NoFolder(FolderPath);
        _made = !File.Exists(_path);
        _data = DataFile.Take(_path, options, named ?? path);
        try
        {
            Prepare();
        }
        catch (Exception error)
        {
            GiveUp();
            throw Errors.Of(error);
        }
    }

    public Errors Errors { get; }

    /// <summary>The disk that it lies on.</summary>
    public Disk Disk { get; }

    /// <summary>Whether the file was removed, renamed or replaced. What is beside its name is then another's, or nobody's.</summary>
    public bool IsGone => !File.Exists(_path) || !_holder.IsThis;

    public PageLog Log => _log!;

    /// <summary>Where something can be built beside the store.</summary>
    public string ScratchPath => _path + ScratchEnding;

    public long DataLength => _data.Length;

    private string FolderPath => Path.GetDirectoryName(_path)!;

    private string LogPath => _path + LogEnding;

    /// <summary>Reads a page of the data file.</summary>
    public void ReadPage(long number, Span<byte> page)
    {
        if (_data.Read(number * LitePage.Size, page) < page.Length) throw new InvalidDataException(FormattableString.Invariant($"page {number} is missing"));
        if (LitePage.Number(page) != number) throw new InvalidDataException(FormattableString.Invariant($"page {number} is another one"));
    }

    /// <summary>Writes a page of the data file. Only pages that are durable in the log may come here.</summary>
    public void WritePage(long number, ReadOnlySpan<byte> page)
    {
        _dirty = true;
        _data.Write(number * LitePage.Size, page);
    }

    /// <summary>Flushes the data file.</summary>
    public void SyncData()
    {
        if (!_dirty) return;
        _data.Sync();
        _dirty = false;
    }

    /// <summary>Moves what is durable in the log into the data file and starts the log again.</summary>
    /// <param name="pages">How many pages the data file has then; 0: as many as there are.</param>
    public void Redo(int pages, bool erase)
    {
        if (Log.Committed > 0)
        {
            var page = new byte[LitePage.Size];
            foreach (var (number, index) in Log.Newest().OrderBy(each => each.Key))
            {
                Log.Read(index, page);
                LitePage.Settle(page);
                WritePage(number, page);
            }

            if (pages > 0) _data.SetLength((long)pages * LitePage.Size);
            SyncData();
        }

        Log.Restart(erase);
        Log.Created = Created();
    }

    /// <summary>Copies the pages as they are with what is durable in the log, in order. Nothing may be moved out of the log meanwhile.</summary>
    public void Copy(Action<byte[]> write)
    {
        var newest = Log.Newest();
        var count = Math.Max(_data.Length / LitePage.Size, newest.Count == 0 ? 0 : newest.Keys.Max() + 1L);
        for (long number = 0; number < count; number++)
        {
            var page = new byte[LitePage.Size];
            if (newest.TryGetValue((uint)number, out var index))
            {
                Log.Read(index, page);
                LitePage.Settle(page);
            }
            else
            {
                ReadPage(number, page);
            }

            // The copy is a file of its own, to which no log of this one belongs.
            if (number == 0) LitePage.SetCreated(page, TimeProvider.System.GetUtcNow().UtcTicks);
            write(page);
        }
    }

    /// <summary>Closes the files. The log goes when it is empty; else the next who opens the store reads it.</summary>
    public void Dispose()
    {
        var (isEmpty, isGone) = (Log.Count == 0, IsGone);
        Log.Dispose();
        if (isEmpty && !isGone) Disk.Delete(LogPath);
        if (!isGone) _holder.Clear();
        _data.Dispose();
    }

    private void Prepare()
    {
        _holder.Write();
        if (File.Exists(LogPath)) Recover();
        if (_data.Length > 0) Judge();
        // What a compaction left that was interrupted.
        File.Delete(ScratchPath);
        _log ??= new PageLog(Disk.Open(LogPath));
        Disk.SyncFolder(FolderPath);
        Log.Created = Created();
    }

    /// <summary>Finishes what the log says; refuses a log that was left by another file. When a file was made never changes, so that a first page that was being written tells it too.</summary>
    private void Recover()
    {
        _log = new PageLog(Disk.Open(LogPath));
        var (header, pages) = Log.Recover();
        if (header is not null && !Belongs(header)) throw Errors.ForeignLog(LogPath);
        Redo(pages, erase: true);
    }

    private bool Belongs(LogHeader header)
    {
        var first = new byte[LitePage.Size];
        var isThere = _data.Read(0, first) > 0 && first.AsSpan(0, 512).ContainsAnyExcept((byte)0);
        if (header.Created != 0 || isThere) return LitePage.IsLiteDb(first) && LitePage.Created(first) == (header.Created != 0 ? header.Created : CreatedInLog());
        // A new store, of which the log is all that there is.
        return true;
    }

    private long CreatedInLog()
    {
        if (!Log.Newest().TryGetValue(0, out var index)) return 0;
        var first = new byte[LitePage.Size];
        Log.Read(index, first);
        return LitePage.Created(first);
    }

    /// <summary>Refuses a file that is no LiteDB file, or not a whole one, before LiteDB opens it.</summary>
    private void Judge()
    {
        var first = new byte[LitePage.Size];
        if (_data.Read(0, first) < first.Length || !LitePage.IsLiteDb(first)) throw Errors.NotAStore("it is not a LiteDB file");
        if (!LitePage.IsKnown(first)) throw Errors.NotAStore("it is the file of another version of LiteDB");
        if (_data.Length % LitePage.Size != 0 || _data.Length < LitePage.Pages(first) * LitePage.Size) throw Errors.Corrupt("its end is missing");
    }

    private long Created()
    {
        if (_data.Length == 0) return 0;
        var first = new byte[LitePage.Size];
        _data.Read(0, first);
        return LitePage.Created(first);
    }

    /// <summary>Leaves everything as it was found.</summary>
    private void GiveUp()
    {
        try
        {
            var made = _made && _data.Length == 0;
            _log?.Dispose();
            _holder.Clear();
            _data.Dispose();
            if (made) Disk.Delete(_path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what the user has to know.
        }
    }
}
