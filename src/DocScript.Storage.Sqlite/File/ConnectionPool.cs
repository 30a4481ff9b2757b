using System.Collections.Concurrent;
using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.File;

/// <summary>
/// Connections to one file. Each is used by one reader or one group of commits at a time; some stay open for the next. The one given back last is given out first:
/// whoever is alone reads by the connection that it wrote by, which need not read again what another would find changed.
/// </summary>
internal sealed class ConnectionPool : IDisposable
{
    private const int Kept = 16;

    private readonly Lock _opening = new();
    private readonly StoreFile _file;
    private readonly Connection _first;
    private readonly ConcurrentStack<Connection> _idle = [];
    private volatile bool _closed;
    private volatile bool _disposed;

    /// <param name="first">The connection by which the file was found to be a store. It stays open and tells whether that file still has its name when another is opened by it.</param>
    public ConnectionPool(StoreFile file, Connection first) => (_file, _first) = (file, first);

    /// <exception cref="ObjectDisposedException">The store was disposed.</exception>
    public void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));

    /// <summary>A connection that nobody else uses, outside of a transaction.</summary>
    /// <exception cref="StoreException">The file can't be opened any more.</exception>
    public Connection Take() => _idle.TryPop(out var connection) ? connection : Open();

    /// <summary>Keeps a connection for the next one, or closes it: there are enough, or something of a transaction is left on it.</summary>
    public void Return(Connection connection)
    {
        if (_disposed || _idle.Count >= Kept || connection.IsInTransaction)
        {
            connection.Dispose();
            return;
        }

        _idle.Push(connection);
        if (_disposed) CloseIdle();
    }

    /// <summary>Lets nobody begin to read; what waits to be written still is.</summary>
    public void Close() => _closed = true;

    /// <summary>Closes the connections that are not used, and from now on each when it is given back.</summary>
    public void Dispose()
    {
        _closed = _disposed = true;
        CloseIdle();
        lock (_opening) _first.Dispose();
    }

    private Connection Open()
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteStore));
            _first.EnsureInPlace();
            var connection = _file.OpenNext();
            try
            {
                _first.EnsureInPlace();
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out var connection)) connection.Dispose();
    }
}
