namespace DocScript.Storage.Sqlite.Reading;

/// <summary>
/// A place for the bytes of many documents that are read together and forgotten together: in arrays so large that the garbage collector leaves them where they are.
/// An array lives as long as any document in it.
/// </summary>
internal sealed class SharedBytes
{
    private const int Length = 1 << 18;

    private byte[] _array = [];
    private int _used;

    public ArraySegment<byte> Copy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _array.Length - _used) (_array, _used) = (GC.AllocateUninitializedArray<byte>(Math.Max(Length, bytes.Length)), 0);
        var place = new ArraySegment<byte>(_array, _used, bytes.Length);
        bytes.CopyTo(place);
        _used += bytes.Length;
        return place;
    }
}
