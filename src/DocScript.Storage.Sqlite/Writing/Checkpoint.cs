using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>
/// Moves the write-ahead log into the file. SQLite's own way tries at every commit once the log is long, and while there always is some reader the log never
/// starts again from its beginning; here it is tried at intervals, and now and then readers of old states are waited for, briefly.
/// </summary>
internal sealed class Checkpoint(ConnectionPool pool)
{
    private const long Interval = 1000;
    private const long LongLog = 4 * Interval;

    private readonly Patience _patience = new(TimeSpan.FromMilliseconds(250));
    private long _pages;
    private long _restartAt = LongLog;
    private bool _mustForget;

    /// <summary>Whether the log should be moved into the file.</summary>
    public bool IsDue => _pages >= Interval;

    /// <summary>Counts roughly the pages that a transaction adds to the log: those of its tables and indexes, and what long rows take beside.</summary>
    public void Wrote(int documents, long bytes) => _pages += 2 + (4 * documents) + (bytes / 4096);

    /// <summary>Empties the log, now or at the first checkpoint that no reader of it prevents, because it holds what must not be kept.</summary>
    public void Forget()
    {
        _mustForget = true;
        Run();
    }

    /// <summary>Tries; what can't be moved now is moved later. Nothing that is committed depends on it.</summary>
    public void Run()
    {
        _pages = 0;
        try
        {
            var connection = pool.Take();
            try
            {
                Run(connection);
            }
            finally
            {
                pool.Return(connection);
            }
        }
        catch (StoreException)
        {
            // The log keeps everything; the next commit meets the same disk and says what is wrong with it.
        }
    }

    private void Run(Connection connection)
    {
        if (_mustForget)
        {
            _mustForget = !_patience.Try(() => Move(connection, "TRUNCATE").Blocked == 0);
            if (!_mustForget) _restartAt = LongLog;
            return;
        }

        var log = Move(connection, "PASSIVE").Pages;
        if (log < _restartAt) return;
        _restartAt = _patience.Try(() => Move(connection, "RESTART").Blocked == 0) ? LongLog : 2 * log;
    }

    /// <summary>Whether somebody prevented it, and how many pages the log has.</summary>
    private static (long Blocked, long Pages) Move(Connection connection, string how)
    {
        using var checkpoint = new Statement(connection, $"PRAGMA wal_checkpoint({how})");
        return checkpoint.First(row => (row.Integer(0), row.Integer(1)));
    }
}
