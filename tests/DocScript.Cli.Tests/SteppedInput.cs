using System.Text;

namespace DocScript.Cli.Tests;

/// <summary>Input that comes in steps: before each, something happens. The next step comes when all that came before was read and more is asked for.</summary>
internal sealed class SteppedInput(params (string Text, Action? Before)[] steps) : Stream
{
    private readonly Queue<(string Text, Action? Before)> _steps = new(steps);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!_steps.TryDequeue(out var step)) return 0;
        step.Before?.Invoke();
        return Encoding.UTF8.GetBytes(step.Text, buffer.AsSpan(offset, count));
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
