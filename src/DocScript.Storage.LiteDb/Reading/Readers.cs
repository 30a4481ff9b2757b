namespace DocScript.Storage.LiteDb.Reading;

/// <summary>The readers that are open: a purge leaves them what they see, and the file is let go when the last of them is gone.</summary>
internal sealed class Readers(Action close)
{
    private readonly Lock _access = new();
    private readonly HashSet<LiteDbReader> _open = [];
    private bool _ended;

    public void Add(LiteDbReader reader)
    {
        lock (_access)
        {
            ObjectDisposedException.ThrowIf(_ended, typeof(LiteDbStore));
            _open.Add(reader);
        }
    }

    public void Remove(LiteDbReader reader)
    {
        lock (_access)
        {
            if (!_open.Remove(reader) || !_ended || _open.Count > 0) return;
        }

        close();
    }

    /// <summary>Those that are open, to leave them something.</summary>
    public IReadOnlyList<LiteDbReader> Open()
    {
        lock (_access) return [.. _open];
    }

    /// <summary>Takes no more; closes the file now or after the last reader.</summary>
    public void End()
    {
        lock (_access)
        {
            _ended = true;
            if (_open.Count > 0) return;
        }

        close();
    }
}
