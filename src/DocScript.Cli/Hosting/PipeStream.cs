namespace DocScript.Cli.Hosting;

/// <summary>Output whose reader may go away, as <c>head</c> does: what is written afterwards is dropped without a word.</summary>
internal sealed class PipeStream(Stream inner) : Stream
{
    private bool _broken;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_broken) return;
        try
        {
            inner.Write(buffer);
        }
        catch (IOException)
        {
            _broken = true;
        }
    }

    public override void Flush()
    {
        if (_broken) return;
        try
        {
            inner.Flush();
        }
        catch (IOException)
        {
            _broken = true;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
