namespace DocScript.Testing.Storage.Crashes;

/// <summary>What a file holds; what was never written is zero.</summary>
internal sealed class FileBytes
{
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlySpan<byte> Content => _bytes.AsSpan(0, _length);

    public FileBytes Copy() => new() { _bytes = Content.ToArray(), _length = _length };

    public void Apply(DiskEvent change)
    {
        if (change is Wrote wrote) Write(wrote.Offset, wrote.Bytes);
        else if (change is Resized resized) Resize((int)resized.Length);
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        var end = (int)offset + bytes.Length;
        if (end > _length) Resize(end);
        bytes.CopyTo(_bytes.AsSpan((int)offset));
    }

    public void Resize(int length)
    {
        if (length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(length, 2 * _bytes.Length));
        if (length < _length) _bytes.AsSpan(length, _length - length).Clear();
        _length = length;
    }
}
