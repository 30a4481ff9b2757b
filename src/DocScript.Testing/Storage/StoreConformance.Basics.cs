using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    [Fact]
    public async Task An_empty_store_is_at_position_zero_and_holds_nothing()
    {
        using var reader = (await Open()).Read();
        Assert.Equal(0, reader.Position);
        Assert.Equal(0, reader.LastId(IdKind.Document));
        Assert.Equal(0, reader.LastId(IdKind.Publication));
        Assert.Null(reader.Load(1));
        Assert.Null(reader.FindKey("1"));
        Assert.Empty(reader.Find(Filter.All));
        Assert.Empty(reader.History(1));
        Assert.Empty(reader.Journal(0));
        Assert.Null(reader.Publication(1));
        Assert.Null(reader.Transaction(Transactions.NextId()));
        Assert.Null(reader.Result("ann", "key"));
    }

    [Fact]
    public async Task A_committed_transaction_is_seen_by_every_later_reader()
    {
        var store = await Open();
        var transaction = Build(store, edit => edit.Create(7, "seven", title: "Seven").Create(8).Saying("create article"));
        var position = Assert.IsType<Committed>(await store.CommitAsync(transaction)).Position;

        using var reader = store.Read();
        Assert.Equal(position, reader.Position);
        Assert.Equal(Plain([transaction.Documents[0].After]), Plain([reader.Load(7)!]));
        Assert.Equal(7, reader.FindKey("seven"));
        Assert.Equal(8, reader.FindKey("8"));
        Assert.Equal(8, reader.LastId(IdKind.Document));
        var entry = Assert.Single(reader.Journal(0));
        Assert.Equal((position, transaction.Id, "ann", "create article"), (entry.Position, entry.Transaction, entry.Actor, entry.Script));
        Assert.Equal([7L, 8], entry.Rows.Select(row => row.Document));
        AssertSame([entry], [reader.Transaction(transaction.Id)!]);
    }

    [Fact]
    public async Task A_transaction_of_many_documents_is_committed_whole_and_found_in_order()
    {
        const int Many = 600;
        var store = await Open();
        var transaction = Build(store, edit =>
        {
            for (var id = 1; id <= Many; id++) edit.Create(id, title: FormattableString.Invariant($"document {id}"));
        });
        Assert.IsType<Committed>(await store.CommitAsync(transaction));
        store = await Reopen(store);

        using var reader = store.Read();
        var written = transaction.Documents.Select(document => document.After);
        Assert.Equal(Plain(written), Plain(reader.Find(Filter.All)));
        Assert.Equal(Plain(written), Plain(Enumerable.Range(1, Many).Select(id => reader.Load(id)!)));
        Assert.Equal(Many, Assert.Single(reader.Journal(0)).Rows.Length);
        Assert.Empty(await store.Maintenance.VerifyAsync(default));
    }

    [Fact]
    public async Task A_reader_keeps_its_state_while_others_commit()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, title: "old"));
        using var reader = store.Read();
        await Commit(store, edit => edit.SetTitle(1, "new").Create(2));

        Assert.Equal("old", reader.Load(1)!.Title);
        Assert.Null(reader.Load(2));
        Assert.Single(reader.Find(Filter.All));
        Assert.Single(reader.Journal(0));
        Assert.Equal("new", Ask(store, later => later.Load(1)!.Title));
    }

    [Fact]
    public async Task A_disposed_reader_answers_nothing_more()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1).Create(2));
        var reader = store.Read();
        using var found = reader.Find(Filter.All).GetEnumerator();
        Assert.True(found.MoveNext());
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.Load(1));
        Assert.Throws<ObjectDisposedException>(() => reader.Position);
    }

    [Fact]
    public async Task System_documents_are_stored_and_journalled_but_never_found()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(SystemDocuments.Design, "$design", "$design").Create(1));
        Assert.Equal([1L], Found(store, Filter.All));
        Assert.Equal([1L], Found(store, Where(Column.Id, ComparisonOperator.Less, Number(10))));
        Assert.NotNull(Ask(store, reader => reader.Load(SystemDocuments.Design)));
        Assert.Equal([SystemDocuments.Design, 1], Ask(store, reader => reader.Journal(0).Single().Rows.Select(row => row.Document).ToArray()));
        Assert.Equal(1, Ask(store, reader => reader.LastId(IdKind.Document)));
    }

    [Fact]
    public async Task A_deleted_document_is_a_tombstone_whose_id_and_key_are_never_given_again()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, "one", title: "One"));
        await Commit(store, edit => edit.Delete(1));

        Assert.Empty(Found(store, Filter.All));
        Assert.Equal(1, Ask(store, reader => reader.FindKey("one")));
        var tombstone = Ask(store, reader => reader.Load(1)!);
        Assert.True(tombstone.Header.Deleted);
        Assert.Equal("One", tombstone.Title);
        var again = Build(store, edit => edit.Create(2, "one"));
        Assert.Contains("'one'", Assert.IsType<Conflict>(await store.CommitAsync(again)).Moved, StringComparison.Ordinal);

        await Commit(store, edit => edit.Restore(1));
        Assert.Equal("One", Ask(store, reader => reader.Find(Filter.All).Single().Title));
    }

    [Fact]
    public async Task Reserved_ids_are_never_given_twice_nor_what_a_commit_has_used()
    {
        var store = await Open();
        Assert.Equal(1, await store.ReserveIdsAsync(IdKind.Document, 3));
        await Commit(store, edit => edit.Create(40));
        Assert.Equal(41, await store.ReserveIdsAsync(IdKind.Document, 1));
        await Commit(store, edit => edit.Create(9));
        Assert.Equal(42, await store.ReserveIdsAsync(IdKind.Document, 2));
        Assert.Equal(1, await store.ReserveIdsAsync(IdKind.Publication, 1));
        await Commit(store, edit => edit.Publish(40, 5));
        Assert.Equal(6, await store.ReserveIdsAsync(IdKind.Publication, 1));
        Assert.Equal((43, 6), Ask(store, reader => (reader.LastId(IdKind.Document), reader.LastId(IdKind.Publication))));
    }

    [Fact]
    public async Task A_publication_keeps_what_was_public_whatever_is_edited_later()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, title: "first"));
        await Commit(store, edit => edit.Publish(1, 1).SetTitle(1, "second"));
        await Commit(store, edit => edit.Publish(1, 2));
        await Commit(store, edit => edit.SetTitle(1, "third"));
        await Commit(store, edit => edit.Unpublish(1));

        using var reader = store.Read();
        Assert.Equal("first", reader.Publication(1)!.Content.Title);
        Assert.Equal("second", reader.Publication(2)!.Content.Title);
        Assert.Equal((1L, Clock.GetUtcNow()), (reader.Publication(1)!.Document, reader.Publication(1)!.At));
        Assert.Equal((2L, true), (reader.Publication(2)!.Content.Header.Publication, reader.Publication(2)!.Content.Header.Unchanged));
        Assert.Null(reader.Publication(3));
        Assert.Null(reader.Load(1)!.Header.Publication);
    }

    [Fact]
    public async Task A_transaction_without_changes_leaves_no_trace_but_is_validated()
    {
        var store = await Open();
        var position = await Commit(store, edit => edit.Create(1));
        var reading = Build(store, edit => edit.Read(1));
        Assert.Equal(position, Assert.IsType<Committed>(await store.CommitAsync(reading)).Position);
        await Commit(store, edit => edit.SetTitle(1, "moved"));
        Assert.IsType<Conflict>(await store.CommitAsync(reading));
        Assert.Equal(2, Ask(store, reader => reader.Journal(0).Count()));
        Assert.Null(Ask(store, reader => reader.Transaction(reading.Id)));
    }

    [Fact]
    public async Task Text_comes_back_as_it_was()
    {
        string[] texts = ["", "ä\u0000z", "line\nline", "😀\uE000", "'; DROP TABLE documents; --", new string('x', 100_000)];
        var store = await Open();
        for (var i = 0; i < texts.Length; i++)
        {
            var (id, text) = (i + 1, texts[i]);
            await Commit(store, edit => edit.Create(id, title: text, metadata: ("text", Text(text))).Saying(text).Under(text, "hash", text));
        }

        store = await Reopen(store);
        using var reader = store.Read();
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(texts[i], reader.Load(i + 1)!.Title);
            Assert.Equal(Text(texts[i]), reader.Load(i + 1)!.Metadata.Find("text"));
            Assert.Equal(texts[i], reader.Result("ann", texts[i])!.Result);
            Assert.Contains(i + 1, reader.Find(Where(Column.Title, ComparisonOperator.Equal, Text(texts[i]))).Select(document => document.Id));
        }

        Assert.Equal(texts, reader.Journal(0).Select(entry => entry.Script), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Reopening_keeps_everything()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, "one", title: "One").Publish(1, 1).Under("key", "hash", "[1]"));
        await store.ReserveIdsAsync(IdKind.Document, 10);
        for (var i = 0; i < 100; i++)
        {
            var text = FormattableString.Invariant($"title {i} {new string('x', 100)}");
            await Commit(store, edit => edit.SetTitle(1, text));
        }

        var before = Ask(store, Everything);
        store = await Reopen(store);
        Assert.Equal(before, Ask(store, Everything));
        Assert.Equal(12, await store.ReserveIdsAsync(IdKind.Document, 1));

        static string Everything(IStoreReader reader) => string.Join('\n', new[] { JournalForm.Of(reader.Journal(0)) }
            .Append(Plain(reader.Find(Filter.All)))
            .Append(StoredForm.Of(reader.Publication(1)!.Content))
            .Append(FormattableString.Invariant($"{reader.Position} {reader.LastId(IdKind.Document)} {reader.FindKey("one")} {reader.Result("ann", "key")}")));
    }

    /// <summary>Closes a store and opens it again.</summary>
    protected async Task<IStore> Reopen(IStore store, string name = "store")
    {
        await store.DisposeAsync();
        return await Open(name);
    }
}
