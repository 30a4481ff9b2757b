namespace DocScript.Storage.LiteDb.Disk;

/// <summary>The disk as a store uses it: the one seam between it and the system. Every byte that is written or flushed goes through here.</summary>
internal interface IFiles
{
    bool Exists(string path);

    /// <summary>Opens a file for this process alone, or makes it.</summary>
    /// <exception cref="IOException">Another holds it, or it can't be opened.</exception>
    IFile Open(string path);

    void Delete(string path);

    /// <summary>Makes durable which files a folder has.</summary>
    void SyncFolder(string path);
}

/// <summary>An open file.</summary>
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
