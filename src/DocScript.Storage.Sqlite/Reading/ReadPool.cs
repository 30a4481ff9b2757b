using System.Collections.Concurrent;
using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>Connections for readers. Each is used by one reader at a time; some are kept open for the next one.</summary>
internal sealed class ReadPool(StoreFile file) : IDisposable
{
    private const int Kept = 16;

    private readonly ConcurrentBag<ReadConnection> _idle = [];
    private volatile bool _closed;

    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));

    /// <summary>A connection in a read transaction, with the position that it sees.</summary>
    public (ReadConnection Connection, long Position) Take()
    {
        ThrowIfClosed();
        if (!_idle.TryTake(out var connection)) connection = new ReadConnection(file);
        try
        {
            return (connection, connection.Begin());
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Ends the read transaction and keeps the connection, or closes one that is in doubt.</summary>
    public void Return(ReadConnection connection)
    {
        try
        {
            connection.End();
        }
        catch (StoreException)
        {
            connection.Dispose();
            return;
        }

        if (_closed || _idle.Count >= Kept) connection.Dispose();
        else _idle.Add(connection);
        if (_closed) CloseIdle();
    }

    public void Dispose()
    {
        _closed = true;
        CloseIdle();
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }
}
