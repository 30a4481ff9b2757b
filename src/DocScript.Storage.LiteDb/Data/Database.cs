using DocScript.Storage.LiteDb.Files;
using LiteDB;
using LiteDB.Engine;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>
/// LiteDB on a store's file. One thread is in it at a time, readers too: its page cache gives pages away that another thread is just about to use. And it is never
/// asked to take anything back: an engine in doubt is thrown away and opened anew on what is durable.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly object _access = new();

    // Held while something is copied that a checkpoint would change. Always taken before the other.
    private readonly object _layout = new();
    private readonly StoreFile _file;
    private readonly DataStream _data;
    private readonly LogStream _log;
    private LiteEngine? _engine;

    /// <summary>Opens the file's database, or makes it where the file is empty.</summary>
    public Database(StoreFile file)
    {
        (_file, _data, _log) = (file, new DataStream(file), new LogStream(file));
        if (file.DataLength == 0) Install(new MemoryStream(Image()));
    }

    public Errors Errors => _file.Errors;

    /// <summary>LiteDB, for whoever is in.</summary>
    public LiteEngine Engine => _engine ??= new LiteEngine(new EngineSettings { DataStream = _data, LogStream = _log });

    /// <summary>How many pages of the log are durable.</summary>
    public int LogLength => _file.Log.Committed;

    /// <summary>Answers a question, alone. What goes wrong with file or LiteDB is a <see cref="Engine.Storage.StoreException"/>.</summary>
    public T Ask<T>(Func<T> question)
    {
        lock (_access)
        {
            try
            {
                return question();
            }
            catch (Exception error) when (error is not DocScript.Engine.Storage.StoreException)
            {
                Discard();
                throw Errors.Of(error);
            }
        }
    }

    /// <summary>Refuses a file that nobody would find again.</summary>
    public void RequireFile()
    {
        if (_file.IsGone) throw Errors.Gone();
    }

    /// <summary>Goes in, to write; leave by <see cref="Exit"/> on the same thread.</summary>
    public void Enter() => Monitor.Enter(_access);

    public void Exit() => Monitor.Exit(_access);

    /// <summary>Makes durable what LiteDB committed since, as one transaction. Others may read meanwhile.</summary>
    public void Flush()
    {
        try
        {
            _file.Log.Commit();
        }
        catch (Exception error)
        {
            throw Errors.Of(error);
        }
    }

    /// <summary>Throws LiteDB away with everything that is not durable.</summary>
    public void TakeBack()
    {
        lock (_access)
        {
            Discard();
            _file.Log.TakeBack();
        }
    }

    /// <summary>Moves the log into the data file. When that can't be finished, the log keeps everything.</summary>
    /// <param name="erase">Whether what the log held must be gone from the disk, too; then a copy that is being made is waited for, and else not.</param>
    /// <returns>Whether it was done.</returns>
    public bool Checkpoint(bool erase)
    {
        if (erase) Monitor.Enter(_layout);
        else if (!Monitor.TryEnter(_layout)) return false;
        try
        {
            CheckpointNow(erase);
            return true;
        }
        finally
        {
            Monitor.Exit(_layout);
        }
    }

    private void CheckpointNow(bool erase)
    {
        lock (_access)
        {
            _data.IsWritable = true;
            try
            {
                Engine.Checkpoint();
                if (erase) _file.Log.Restart(erase: true);
            }
            catch (Exception error)
            {
                Discard();
                throw Errors.Of(error);
            }
            finally
            {
                _data.IsWritable = false;
            }
        }
    }

    /// <summary>Puts other content into the file, whole or not at all. The log must be empty.</summary>
    public void Install(Stream pages)
    {
        lock (_layout) InstallNow(pages);
    }

    /// <summary>Copies the pages of the newest durable state, in order, while others read and commit.</summary>
    public void Copy(Action<byte[]> write)
    {
        lock (_layout) _file.Copy(write);
    }

    public void Dispose()
    {
        lock (_access) Discard();
        _file.Dispose();
    }

    private void InstallNow(Stream pages)
    {
        lock (_access)
        {
            Discard();
            try
            {
                var page = new byte[LitePage.Size];
                var count = (int)(pages.Length / LitePage.Size);
                for (var i = 0; i < count; i++)
                {
                    pages.ReadExactly(page);
                    // It stays the same file, to which the log belongs.
                    if (i == 0 && _file.DataLength > 0) LitePage.SetCreated(page, _file.Log.Created);
                    _file.Log.Append(page);
                }

                _file.Log.Commit(count);
                _file.Redo(count, erase: true);
            }
            catch (Exception error)
            {
                // What is not durable in the log did not happen; what is, the next who opens the file finishes.
                if (_file.Log.Committed == 0) _file.Log.TakeBack();
                throw Errors.Of(error);
            }
        }
    }

    private void Discard()
    {
        var engine = _engine;
        _engine = null;
        engine?.Dispose();
    }

    /// <summary>The pages of a store without content.</summary>
    private static byte[] Image()
    {
        using var data = new MemoryStream();
        using var log = new MemoryStream();
        using (var engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = log, Collation = Collation.Binary }))
        {
            Prepare(engine);
            engine.Insert(Schema.Store, [State.Empty.ToRow(DocScript.Engine.Storage.IndexedMetadata.None)], BsonAutoId.Int64);
            engine.Checkpoint();
        }

        return data.ToArray();
    }

    /// <summary>Takes from a new database what LiteDB would do by itself: checkpoints.</summary>
    internal static void Prepare(LiteEngine engine) => engine.Pragma("CHECKPOINT", 0);
}
