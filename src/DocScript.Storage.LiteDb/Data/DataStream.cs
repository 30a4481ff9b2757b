using DocScript.Storage.LiteDb.Files;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>The data file as LiteDB sees it: written only at a checkpoint.</summary>
internal sealed class DataStream(StoreFile file) : EngineStream
{
    /// <summary>Whether a checkpoint is running.</summary>
    public bool IsWritable { get; set; }

    public override long Length => file.DataLength;

    public override int Read(Span<byte> buffer)
    {
        file.ReadPage(Position / LitePage.Size, buffer);
        Position += buffer.Length;
        return buffer.Length;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // LiteDB marks a file in place when it finds something wrong with what it read, so as to rebuild it by guess when it is opened next. A store is never changed that way.
        if (IsWritable) file.WritePage(Position / LitePage.Size, buffer);
        Position += buffer.Length;
    }

    public override void Flush() => file.SyncData();

    public override void SetLength(long value) => throw new NotSupportedException("the data file keeps its length");
}
