using System.Text;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>A file that can't be used says why and what to do, and is left as it is.</summary>
public sealed class FileProblemTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(5, StoreProblem.Locked)]
    [InlineData(6, StoreProblem.Locked)]
    [InlineData(8, StoreProblem.Unavailable)]
    [InlineData(10, StoreProblem.Unavailable)]
    [InlineData(11, StoreProblem.Corrupt)]
    [InlineData(13, StoreProblem.Full)]
    [InlineData(14, StoreProblem.Unavailable)]
    [InlineData(26, StoreProblem.Corrupt)]
    public void Every_error_of_the_file_is_a_problem_with_a_message_and_help(int code, StoreProblem problem)
    {
        var error = Assert.IsType<StoreException>(new Errors("a/store.db", TimeSpan.FromSeconds(1.5)).Of(code, "the reason"));
        Assert.Equal(problem, error.Problem);
        Assert.Contains("'a/store.db'", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Help);
    }

    [Fact]
    public void A_statement_that_SQLite_refuses_is_a_bug_and_no_problem_of_the_file() =>
        Assert.IsType<InvalidOperationException>(new Errors("store.db", TimeSpan.Zero).Of(1, "syntax"));

    [Fact]
    public void A_missing_folder_is_unavailable()
    {
        var error = Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.In("missing/store.db")));
        Assert.Equal(StoreProblem.Unavailable, error.Problem);
        Assert.Contains("does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_unavailable() =>
        Assert.Equal(StoreProblem.Unavailable, Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.In("."))).Problem);

    [Theory]
    [InlineData("short")]
    [InlineData("set meta title = \"x\"\n")]
    public void A_file_of_another_kind_is_refused_and_left_alone(string start)
    {
        var content = string.Concat(Enumerable.Repeat(start, start == "short" ? 1 : 500));
        System.IO.File.WriteAllText(_folder.Path, content);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path)).Problem);
        Assert.Equal(content, System.IO.File.ReadAllText(_folder.Path));
    }

    [Fact]
    public void The_database_of_another_program_is_refused_and_left_alone()
    {
        _folder.Run("CREATE TABLE songs (title TEXT)");
        var before = System.IO.File.ReadAllBytes(_folder.Path);
        var error = Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path));
        Assert.Contains("not a DocScript store", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(_folder.Path));
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        System.IO.File.WriteAllText(_folder.Path, "");
        await _folder.Make(edit => edit.Create(1));
        Assert.Equal(Schema.Application, _folder.Number("PRAGMA application_id"));
        Assert.Equal(Schema.Format, _folder.Number("PRAGMA user_version"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_without_the_content_of_its_file_is_refused_and_left_alone(bool isThere)
    {
        var alone = _folder.In("alone.db");
        await using (var store = SqliteStore.Open(_folder.Path))
        {
            await _folder.Commit(store, edit => edit.Create(1));
            System.IO.File.Copy(_folder.Path + "-wal", alone + "-wal");
        }

        if (isThere) await System.IO.File.WriteAllTextAsync(alone, "");
        var log = await System.IO.File.ReadAllBytesAsync(alone + "-wal");
        var error = Assert.Throws<StoreException>(() => SqliteStore.Open(alone));
        Assert.Equal(StoreProblem.Corrupt, error.Problem);
        Assert.Contains("is the log of another store", error.Message, StringComparison.Ordinal);
        Assert.Equal(log, await System.IO.File.ReadAllBytesAsync(alone + "-wal"));
        Assert.Equal(isThere, System.IO.File.Exists(alone));
    }

    [Fact]
    public async Task A_newer_format_is_refused_by_name()
    {
        await _folder.Make(edit => edit.Create(1));
        _folder.Run("PRAGMA user_version = 7");
        var error = Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path));
        Assert.Equal(StoreProblem.NewerFormat, error.Problem);
        Assert.Contains("format 7", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _folder.Number("SELECT count(*) FROM documents"));
    }

    [Fact]
    public async Task A_store_without_its_tables_is_damaged()
    {
        await _folder.Make(edit => edit.Create(1));
        _folder.Run("DROP TABLE snapshots");
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path)).Problem);
    }

    [Fact]
    public async Task A_truncated_file_is_damaged()
    {
        await _folder.Make(edit => edit.Create(1, title: new string('x', 100_000)));
        using (var file = System.IO.File.OpenWrite(_folder.Path)) file.SetLength(file.Length / 2);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path)).Problem);
    }

    [Theory]
    [InlineData("the title", "the tit1e")]
    [InlineData("a word of it", "a w0rd of it")]
    public async Task A_changed_byte_is_found_when_it_is_read(string was, string becomes)
    {
        await _folder.Make(edit => edit.Create(1, title: "the title").Create(2));
        await using (var store = SqliteStore.Open(_folder.Path)) await _folder.Commit(store, edit => edit.Insert(1, "doc-1", "a word of it"));
        Replace(was, becomes);

        await using var damaged = SqliteStore.Open(_folder.Path);
        using var reader = damaged.Read();
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Load(1)).Problem);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.History(1).Count()).Problem);
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Journal(0).Count()).Problem);
        Assert.NotNull(reader.Load(2));
    }

    [Theory]
    [InlineData("UPDATE journal SET hash = zeroblob(32) WHERE document = 1 AND sequence = 1", true)]
    [InlineData("UPDATE journal SET document = 3 WHERE document = 1 AND sequence = 1", true)]
    [InlineData("DELETE FROM journal WHERE document = 1 AND sequence = 2", true)]
    [InlineData("DELETE FROM journal WHERE document = 1 AND sequence = 3", true)]
    [InlineData("UPDATE journal SET changes = (SELECT changes FROM journal WHERE document = 1 AND sequence = 2) WHERE document = 1 AND sequence = 3", true)]
    [InlineData("UPDATE publications SET content = replace(content, 'first', 'worst')", false)]
    public async Task Rows_that_do_not_fit_together_are_damage(string damage, bool ofDocument)
    {
        await _folder.Make(edit => edit.Create(1, title: "first").Publish(1, 1));
        await using (var store = SqliteStore.Open(_folder.Path))
        {
            await _folder.Commit(store, edit => edit.SetTitle(1, "second"));
            await _folder.Commit(store, edit => edit.SetTitle(1, "third"));
        }

        _folder.Run(damage);
        await using var damaged = SqliteStore.Open(_folder.Path);
        using var reader = damaged.Read();
        var error = Assert.Throws<StoreException>(() => ofDocument ? (object?)reader.Load(1) : reader.Publication(1));
        Assert.Equal(StoreProblem.Corrupt, error.Problem);
        Assert.Contains("'" + _folder.Path + "'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_a_newer_format_are_named_so()
    {
        await _folder.Make(edit => edit.Create(1));
        var changes = Encoding.UTF8.GetBytes("""[{"v":99,"change":"sung"}]""");
        using (var connection = _folder.Connect())
        {
            using var read = connection.CreateCommand();
            read.CommandText = "SELECT t.id, j.header FROM journal j JOIN transactions t USING (position)";
            byte[] transaction, header;
            using (var row = read.ExecuteReader())
            {
                Assert.True(row.Read());
                (transaction, header) = (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1));
            }

            using var write = connection.CreateCommand();
            write.CommandText = "UPDATE journal SET changes = $changes, hash = $hash";
            write.Parameters.AddWithValue("$changes", changes);
            write.Parameters.AddWithValue("$hash", RowHash.OfJournal(transaction, 1, 1, header, changes));
            write.ExecuteNonQuery();
        }

        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        Assert.Equal(StoreProblem.NewerFormat, Assert.Throws<StoreException>(() => reader.Load(1)).Problem);
    }

    [FactUnlessRoot]
    public async Task A_read_only_file_is_unavailable()
    {
        await _folder.Make(edit => edit.Create(1));
        var file = new FileInfo(_folder.Path) { IsReadOnly = true };
        try
        {
            Assert.Equal(StoreProblem.Unavailable, Assert.Throws<StoreException>(() => SqliteStore.Open(_folder.Path)).Problem);
        }
        finally
        {
            file.IsReadOnly = false;
        }
    }

    /// <summary>Writes over bytes of the file; there must be some.</summary>
    private void Replace(string was, string becomes)
    {
        var file = System.IO.File.ReadAllBytes(_folder.Path);
        var found = 0;
        for (var at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(was)); at >= 0; at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(was)), found++)
            Encoding.UTF8.GetBytes(becomes).CopyTo(file.AsSpan(at));
        Assert.True(found > 0, "the text stands in the file");
        System.IO.File.WriteAllBytes(_folder.Path, file);
    }
}
