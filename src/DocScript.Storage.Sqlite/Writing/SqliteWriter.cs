using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>Writes to the file, each group by a connection that nobody reads by.</summary>
internal sealed class SqliteWriter : IWriteTarget
{
    private readonly ConnectionPool _pool;
    private readonly Checkpoint _checkpoint;
    private readonly Func<Connection, WriteStatements> _newStatements;
    private Connection? _connection;

    public SqliteWriter(ConnectionPool pool, DocumentCache cache, TimeProvider clock)
    {
        (_pool, _checkpoint) = (pool, new Checkpoint(pool));
        _newStatements = connection => new WriteStatements(connection, cache, clock, _checkpoint);
    }

    public bool CheckpointIsDue => _checkpoint.IsDue;

    /// <summary>What the group is written by.</summary>
    private WriteStatements Group => _connection!.Kept(_newStatements);

    public void Begin()
    {
        _connection = _pool.Take();
        Group.Begin();
    }

    public void End()
    {
        Group.End();
        Return();
    }

    public void TakeBack()
    {
        if (_connection is null) return;
        Group.TakeBack();
        Return();
    }

    public void RunCheckpoint() => _checkpoint.Run();

    public CommitResult Commit(EncodedTransaction encoded) => Group.Commit(encoded);

    public long Reserve(IdKind kind, int count) => Group.Reserve(kind, count);

    public CommitResult Purge(Purge purge)
    {
        var result = this.Alone(() => Group.Purge(purge));
        if (result is Committed) _checkpoint.Forget();
        return result;
    }

    public void Fill(StoreContent content, CancellationToken cancellation)
    {
        this.Alone(() => Group.Fill(content, cancellation));
        _checkpoint.Run();
    }

    public void Compact(CancellationToken cancellation)
    {
        _connection = _pool.Take();
        try
        {
            Group.Compact(cancellation);
        }
        finally
        {
            Return();
        }

        _checkpoint.Forget();
    }

    public void Dispose() => _pool.Dispose();

    private void Return()
    {
        _pool.Return(_connection!);
        _connection = null;
    }
}
