using DocScript.Storage.LiteDb.Files;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>The log as LiteDB sees it: pages, one after the other, and no sign of the frames that they stand in.</summary>
internal sealed class LogStream(StoreFile file) : EngineStream
{
    public override long Length => (long)file.Log.Count * LitePage.Size;

    public override int Read(Span<byte> buffer)
    {
        file.Log.Read((int)(Position / LitePage.Size), buffer);
        Position += buffer.Length;
        return buffer.Length;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Position != Length) throw new NotSupportedException("a log is only appended to");
        file.Log.Append(buffer);
        Position += buffer.Length;
    }

    /// <summary>Nothing: LiteDB does not flush at commit, and the store flushes by itself.</summary>
    public override void Flush()
    {
    }

    /// <summary>What LiteDB does at the end of a checkpoint.</summary>
    public override void SetLength(long value)
    {
        if (value != 0) throw new NotSupportedException("a log is emptied whole");
        file.SyncData();
        file.Log.Restart(erase: false);
    }
}
