using DocScript.Engine.Storage;
using DocScript.Testing.Storage;
using LiteDB;
using LiteDB.Engine;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>A folder of its own for a test, with a store file in it and what tests do to such files.</summary>
public sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docscript-");

    public TransactionSource Transactions { get; } = new(new TestClock());

    public string Path => In("store.litedb");

    /// <summary>Options that do not wait long for others.</summary>
    public static LiteDbStoreOptions Impatient { get; } = LiteDbStoreOptions.Default with { BusyTimeout = TimeSpan.FromMilliseconds(50) };

    public string In(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>The names of all files, in order.</summary>
    public string Names => string.Join(' ', Directory.GetFiles(_folder.FullName).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));

    public IStore Open() => LiteDbStore.Open(Path, Impatient);

    public StoreException Refused() => Assert.Throws<StoreException>(() => { _ = Open(); });

    public async Task<CommitResult> Commit(IStore store, Action<TransactionBuilder> edit)
    {
        Transaction transaction;
        using (var reader = store.Read())
        {
            var builder = Transactions.On(reader);
            edit(builder);
            transaction = builder.Build();
        }

        return await store.CommitAsync(transaction);
    }

    /// <summary>Makes a store with a transaction and closes it.</summary>
    public async Task Make(Action<TransactionBuilder> edit)
    {
        await using var store = Open();
        Assert.IsType<Committed>(await Commit(store, edit));
    }

    /// <summary>What another program does to the closed file.</summary>
    public void Change(Action<LiteEngine> change)
    {
        using var engine = new LiteEngine(new EngineSettings { Filename = Path });
        change(engine);
        engine.Checkpoint();
    }

    /// <summary>The rows of a collection of the closed file.</summary>
    public static List<BsonDocument> Rows(LiteEngine engine, string collection)
    {
        using var reader = engine.Query(collection, new Query());
        var rows = new List<BsonDocument>();
        while (reader.Read()) rows.Add(reader.Current.AsDocument);
        return rows;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
