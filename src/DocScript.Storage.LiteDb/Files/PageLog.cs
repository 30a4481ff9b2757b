using System.Buffers.Binary;
using System.Runtime.ExceptionServices;
using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>
/// The write-ahead log: pages in frames, each with a checksum over itself and everything before it, so that a log that was cut or torn ends at the last whole
/// transaction. Pages wait in memory until <see cref="Commit"/> writes and flushes them as one transaction. What was written before is never touched until
/// <see cref="Restart"/>, which may be called only when the data file holds all of it, flushed.
/// </summary>
internal sealed class PageLog(IFile file) : IDisposable
{
    // Of a frame: checksum (8), pages of the data file after it (4; 0: as many as there are), whether it ends a transaction (4), the page.
    private const int FrameHeader = 16;
    private const int Frame = FrameHeader + LitePage.Size;
    private const int MostWaiting = 256;

    private readonly Lock _access = new();
    private readonly List<byte[]> _waiting = [];
    private Checksum _committedChecksum;
    private Checksum _checksum;
    private Exception? _failure;
    private int _written;

    /// <summary>How many pages it holds, those included that wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are durable.</summary>
    public int Committed { get; private set; }

    /// <summary>When the data file was made: what the log says that it belongs to when it starts.</summary>
    public long Created { get; set; }

    /// <summary>Appends a page to the transaction that is being written.</summary>
    public void Append(ReadOnlySpan<byte> page)
    {
        var frame = new byte[Frame];
        page.CopyTo(frame.AsSpan(FrameHeader));
        lock (_access)
        {
            _waiting.Add(frame);
            Count++;
        }

        // A transaction of many pages does not have to fit into memory. Its last page always waits: it will be the one that ends it.
        if (_waiting.Count <= MostWaiting || _failure is not null) return;
        try
        {
            WriteAll(butLast: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is said at the commit: in the middle of its own, LiteDB would be left with pages that it can't give back, which ends the process when they are collected.
            _failure = error;
        }
    }

    /// <summary>Reads a page.</summary>
    public void Read(int index, Span<byte> page)
    {
        lock (_access)
        {
            if (index >= _written)
            {
                _waiting[index - _written].AsSpan(FrameHeader).CopyTo(page);
                return;
            }
        }

        if (file.Read(Offset(index) + FrameHeader, page) < page.Length) throw new EndOfStreamException("the log ends before its last page");
    }

    /// <summary>Makes what was appended durable, as one transaction.</summary>
    /// <param name="pages">How many pages the data file has afterwards; 0 when that is for the pages to say.</param>
    public void Commit(int pages = 0)
    {
        if (_waiting.Count == 0) return;
        if (_failure is not null) ExceptionDispatchInfo.Throw(_failure);
        var last = _waiting[^1];
        BinaryPrimitives.WriteInt32LittleEndian(last.AsSpan(8), pages);
        last[12] = 1;
        WriteAll(butLast: false);
        file.Sync();
        (Committed, _committedChecksum) = (_written, _checksum);
    }

    /// <summary>Forgets what is not durable, also where some of it, or all, was written.</summary>
    public void TakeBack()
    {
        lock (_access)
        {
            _waiting.Clear();
            (_written, Count, _checksum, _failure) = (Committed, Committed, _committedChecksum, null);
        }

        // Frames that were written but refused must not be found by the next who opens the log.
        if (file.Length > Offset(Committed)) file.SetLength(Committed == 0 ? 0 : Offset(Committed));
    }

    /// <summary>Starts again from nothing.</summary>
    /// <param name="erase">Whether what it held must be gone from the disk, too.</param>
    public void Restart(bool erase)
    {
        lock (_access)
        {
            _waiting.Clear();
            (_written, Count, Committed, _checksum, _committedChecksum) = (0, 0, 0, default, default);
        }

        if (!erase) return;
        file.SetLength(0);
        file.Sync();
    }

    /// <summary>Where the newest image of each page stands, of the durable ones.</summary>
    public Dictionary<uint, int> Newest()
    {
        var newest = new Dictionary<uint, int>();
        Span<byte> number = stackalloc byte[4];
        for (var i = 0; i < Committed; i++)
        {
            if (file.Read(Offset(i) + FrameHeader, number) < 4) throw new EndOfStreamException("the log ends before its last page");
            newest[BinaryPrimitives.ReadUInt32LittleEndian(number)] = i;
        }

        return newest;
    }

    /// <summary>Finds the whole transactions of a log that was left, up to the first frame that breaks the chain; answers its header (null: it holds nothing) and how many pages the data file has to have.</summary>
    public (LogHeader? Header, int Pages) Recover()
    {
        Span<byte> start = stackalloc byte[LogHeader.Size];
        if (file.Read(0, start) < LogHeader.Size || LogHeader.Read(start) is not var (header, checksum)) return (null, 0);
        var frame = new byte[Frame];
        var pages = 0;
        for (var i = 0; file.Read(Offset(i), frame) == Frame; i++)
        {
            checksum = checksum.Add(frame.AsSpan(8));
            if (Checksum.Read(frame) != checksum) break;
            if (frame[12] == 0) continue;
            (Committed, _committedChecksum) = (i + 1, checksum);
            var length = BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(8));
            if (length > 0) pages = length;
        }

        (_written, Count, _checksum) = (Committed, Committed, _committedChecksum);
        return (Committed > 0 ? header : null, pages);
    }

    public void Dispose() => file.Dispose();

    private static long Offset(int index) => LogHeader.Size + ((long)index * Frame);

    private void Start()
    {
        var header = new byte[LogHeader.Size];
        _checksum = LogHeader.Fresh(Created).Write(header);
        file.Write(0, header);
    }

    private void WriteAll(bool butLast)
    {
        var count = _waiting.Count - (butLast ? 1 : 0);
        if (_written == 0) Start();
        for (var i = 0; i < count; i++)
        {
            _checksum = _checksum.Add(_waiting[i].AsSpan(8));
            _checksum.Write(_waiting[i]);
            file.Write(Offset(_written + i), _waiting[i]);
        }

        lock (_access)
        {
            _waiting.RemoveRange(0, count);
            _written += count;
        }
    }
}
