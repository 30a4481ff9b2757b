namespace DocScript.Storage.LiteDb.Files;

/// <summary>An open file: the one seam between a store's bytes and the system. Every byte that is written or flushed goes through here.</summary>
internal interface IFile : IDisposable
{
    long Length { get; }

    /// <summary>Reads from an offset until the buffer is full or the file ends; answers how many bytes that were.</summary>
    int Read(long offset, Span<byte> buffer);

    void Write(long offset, ReadOnlySpan<byte> bytes);

    void SetLength(long length);

    /// <summary>Returns when everything written is on the disk.</summary>
    void Sync();
}
