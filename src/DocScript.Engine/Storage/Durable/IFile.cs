namespace DocScript.Engine.Storage.Durable;

/// <summary>An open file that is read and written in place, as a <see cref="Disk"/> gives it.</summary>
public interface IFile : IDisposable
{
    /// <summary>In bytes.</summary>
    long Length { get; }

    /// <summary>Reads from an offset until the buffer is full or the file ends; answers how many bytes that were.</summary>
    int Read(long offset, Span<byte> buffer);

    /// <summary>Writes bytes at an offset.</summary>
    /// <exception cref="IOException">The disk is full, or answers an error.</exception>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Makes the file shorter or longer.</summary>
    void SetLength(long length);

    /// <summary>Returns when everything written is on the disk.</summary>
    void Sync();
}
