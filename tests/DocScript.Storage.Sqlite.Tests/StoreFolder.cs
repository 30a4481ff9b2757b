using DocScript.Engine.Storage;
using DocScript.Testing.Storage;
using Microsoft.Data.Sqlite;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>A folder of its own for a test, with a store file in it and what tests do to such files.</summary>
public sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docscript-");

    public TransactionSource Transactions { get; } = new(new TestClock());

    public string Path => In("store.db");

    /// <summary>Options that do not wait long for others.</summary>
    public static SqliteStoreOptions Impatient { get; } = SqliteStoreOptions.Default with { BusyTimeout = TimeSpan.FromMilliseconds(50) };

    public string In(string name) => System.IO.Path.Combine(_folder.FullName, name);

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
        await using var store = SqliteStore.Open(Path);
        Assert.IsType<Committed>(await Commit(store, edit));
    }

    /// <summary>Another program's connection to the file.</summary>
    public SqliteConnection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>What another program does to the file.</summary>
    public void Run(string sql)
    {
        using var connection = Connect();
        Run(connection, sql);
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Number(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
