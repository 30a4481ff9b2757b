using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>A commit costs what it changed; a load costs at most about twice what the document weighs.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Small_edits_of_a_large_document_do_not_store_it_again()
    {
        await _folder.Make(edit => edit.Create(1, title: new string('x', 1_000_000)).Create(2));
        var before = new FileInfo(_folder.Path).Length;
        await using (var store = SqliteStore.Open(_folder.Path))
        {
            for (var i = 0; i < 50; i++)
            {
                var id = FormattableString.Invariant($"doc-{i}");
                await _folder.Commit(store, edit => edit.Insert(1, id, "a small edit"));
            }
        }

        Assert.Equal(0, _folder.Number("SELECT count(*) FROM snapshots"));
        Assert.InRange(new FileInfo(_folder.Path).Length - before, 1, 200_000);
    }

    [Fact]
    public async Task Edits_that_outgrow_the_document_are_gathered_in_a_snapshot()
    {
        await _folder.Make(edit => edit.Create(1, title: "small"));
        string stored;
        await using (var store = SqliteStore.Open(_folder.Path))
        {
            for (var i = 0; i < 300; i++)
            {
                var text = FormattableString.Invariant($"title {i}");
                await _folder.Commit(store, edit => edit.SetTitle(1, text));
            }

            using var reader = store.Read();
            stored = DocScript.Testing.Storage.StoredForm.Of(reader.Load(1)!);
        }

        var after = _folder.Number("SELECT count(*) FROM journal j JOIN snapshots s USING (document) WHERE j.sequence > s.sequence");
        Assert.InRange(after, 0, 100);
        await using var again = SqliteStore.Open(_folder.Path);
        using var cold = again.Read();
        Assert.Equal(stored, DocScript.Testing.Storage.StoredForm.Of(cold.Load(1)!));
        Assert.Equal(301, cold.History(1).Count());
    }

    [Fact]
    public async Task A_damaged_snapshot_is_found_when_it_is_read()
    {
        await _folder.Make(edit => edit.Create(1, title: "small"));
        await using (var store = SqliteStore.Open(_folder.Path))
            await _folder.Commit(store, edit => edit.SetTitle(1, new string('x', 10_000)));
        Assert.Equal(1, _folder.Number("SELECT count(*) FROM snapshots"));
        _folder.Run("UPDATE snapshots SET content = replace(content, 'xxxx', 'yyyy')");

        await using var damaged = SqliteStore.Open(_folder.Path);
        using var reader = damaged.Read();
        Assert.Equal(StoreProblem.Corrupt, Assert.Throws<StoreException>(() => reader.Load(1)).Problem);
    }

    [Fact]
    public async Task Public_content_is_read_without_replay()
    {
        await _folder.Make(edit => edit.Create(1, title: "public").Publish(1, 1));
        _folder.Run("UPDATE journal SET changes = zeroblob(10)");
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        Assert.Equal("public", reader.Publication(1)!.Content.Title);
    }
}
