using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    private static readonly Filter Sport = Where("section", ComparisonOperator.Equal, Text("sport"));

    [Fact]
    public async Task A_document_that_moved_on_is_a_conflict_that_names_it()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1).Create(2));
        var late = Build(store, edit => edit.SetTitle(1, "late").SetTitle(2, "late"));
        await Commit(store, edit => edit.SetTitle(2, "early"));

        Assert.Equal("document 2 is at sequence 2, not 1", Assert.IsType<Conflict>(await store.CommitAsync(late)).Moved);
        Assert.Equal(["", "early"], Ask(store, reader => new[] { reader.Load(1)!.Title, reader.Load(2)!.Title }), StringComparer.Ordinal);
        Assert.Null(Ask(store, reader => reader.Transaction(late.Id)));
    }

    [Fact]
    public async Task Two_that_each_write_what_the_other_read_do_not_both_commit()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, metadata: ("on", Number(1))).Create(2, metadata: ("on", Number(1))));
        var first = Build(store, edit => SwitchOff(edit, 1, 2));
        var second = Build(store, edit => SwitchOff(edit, 2, 1));

        Assert.IsType<Committed>(await store.CommitAsync(first));
        Assert.IsType<Conflict>(await store.CommitAsync(second));
        Assert.Single(Found(store, Where("on", ComparisonOperator.Equal, Number(1))));

        static void SwitchOff(TransactionBuilder edit, long one, long ifOn)
        {
            Assert.Equal(Number(1), edit.Read(ifOn)!.Metadata.Find("on"));
            edit.SetMetadata(one, "on", Number(0));
        }
    }

    [Fact]
    public async Task An_absent_id_or_key_that_came_to_be_is_a_conflict()
    {
        var store = await Open();
        var id = Build(store, edit => edit.Create(10).Read(1));
        var key = Build(store, edit => edit.Create(11).ReadKey("one"));
        var unrelated = Build(store, edit => edit.Create(12).ReadKey("two"));
        await Commit(store, edit => edit.Create(1, "one"));

        Assert.Equal("document 1 exists meanwhile", Assert.IsType<Conflict>(await store.CommitAsync(id)).Moved);
        Assert.Equal("key 'one' names document 1 meanwhile", Assert.IsType<Conflict>(await store.CommitAsync(key)).Moved);
        Assert.IsType<Committed>(await store.CommitAsync(unrelated));
    }

    [Fact]
    public async Task An_id_or_key_is_given_once()
    {
        var store = await Open();
        var late = Build(store, edit => edit.Create(1));
        await Commit(store, edit => edit.Create(1, "one"));

        Assert.IsType<Conflict>(await store.CommitAsync(late));
        Assert.IsType<Conflict>(await store.CommitAsync(Build(store, edit => edit.Create(2, "one"))));
        Assert.IsType<Conflict>(await store.CommitAsync(Build(store, edit => edit.Create(3, "same").Create(4, "same"))));
        Assert.Equal([1L], Found(store, Filter.All));
    }

    private static readonly Dictionary<string, (Action<TransactionBuilder> Change, bool Conflicts)> ConcurrentChanges = new(StringComparer.Ordinal)
    {
        ["a new document that the query would have found"] = (edit => edit.Create(9, metadata: ("section", Text("sport"))), true),
        ["a new document that it would not have found"] = (edit => edit.Create(9, metadata: ("section", Text("world"))), false),
        ["an edit that puts a document in"] = (edit => edit.SetMetadata(3, "section", Text("sport")), true),
        ["an edit that takes a document out"] = (edit => edit.SetMetadata(1, "section", null), true),
        ["an edit of a document that stays in: it was read"] = (edit => edit.SetTitle(1, "other"), true),
        ["an edit of a document that stays out"] = (edit => edit.SetTitle(3, "other"), false),
        ["the deletion of a document that was in"] = (edit => edit.Delete(1), true),
        ["the deletion of a document that was out"] = (edit => edit.Delete(3), false),
        ["the return of a tombstone that would be in"] = (edit => edit.Restore(4), true),
        ["a system document"] = (edit => edit.Create(-9, "system", metadata: ("section", Text("sport"))), false),
    };

    public static TheoryData<string> ConcurrentChangeNames => new(ConcurrentChanges.Keys);

    [Theory]
    [MemberData(nameof(ConcurrentChangeNames))]
    public async Task A_query_holds_until_the_commit(string what)
    {
        var (change, conflicts) = ConcurrentChanges[what];
        var store = await Open();
        await Commit(store, edit => edit
            .Create(1, metadata: ("section", Text("sport"))).Create(2, metadata: ("section", Text("sport")))
            .Create(3, metadata: ("section", Text("world"))).Create(4, metadata: ("section", Text("sport"))));
        await Commit(store, edit => edit.Delete(4));
        var counting = Build(store, edit => edit.Create(20, title: FormattableString.Invariant($"{edit.Query(Sport).Length} about sport")));
        await Commit(store, change);
        Assert.Equal(conflicts, await store.CommitAsync(counting) is Conflict);
    }

    [Fact]
    public async Task A_document_that_only_a_header_query_would_find_is_a_phantom_too()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, title: "x").Create(2));
        Filter[] filters =
        [
            Where(Column.Published, ComparisonOperator.Equal, new BooleanValue(true)), Where(Column.Title, ComparisonOperator.Equal, Text("y")),
            Where(Column.Updated, ComparisonOperator.Greater, new DateValue(Clock.GetUtcNow())),
        ];
        var late = filters.Select((filter, i) => Build(store, edit => edit.Create(10 + i).Query(filter))).ToArray();
        var byType = Build(store, edit => edit.Create(20).Query(Where(Column.Type, ComparisonOperator.Equal, Text("page"))));
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Commit(store, edit => edit.SetTitle(1, "y").Publish(1, 1));
        foreach (var transaction in late) Assert.IsType<Conflict>(await store.CommitAsync(transaction));
        Assert.IsType<Committed>(await store.CommitAsync(byType));
    }

    [Fact]
    public async Task What_went_into_a_query_and_out_again_is_no_conflict()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, metadata: ("section", Text("world"))));
        var counting = Build(store, edit => edit.Create(20).Query(Sport));
        await Commit(store, edit => edit.SetMetadata(1, "section", Text("sport")));
        await Commit(store, edit => edit.Publish(1, 1).SetMetadata(1, "section", Text("culture")).Insert(1, "doc-1", "text"));
        Assert.IsType<Committed>(await store.CommitAsync(counting));
    }

    [Fact]
    public async Task An_expected_count_and_a_concurrent_create_do_not_both_commit()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, metadata: ("section", Text("sport"))));
        for (var round = 0; round < 20; round++)
        {
            var expected = round + 1;
            var counting = Build(store, edit => Assert.Equal(expected, edit.Under(FormattableString.Invariant($"{round}"), "hash").Query(Sport).Length));
            var creating = Build(store, edit => edit.Create(100 + round, metadata: ("section", Text("sport"))).Query(Sport));
            var answers = await Task.WhenAll(Task.Run(() => store.CommitAsync(counting)), Task.Run(() => store.CommitAsync(creating)));

            Assert.IsType<Committed>(answers[1]);
            var journal = Ask(store, reader => reader.Journal(counting.ReadAt).Single());
            if (answers[0] is Committed { Position: var at }) Assert.True(at < journal.Position, "counted one state and committed at a later one");
            else Assert.IsType<Conflict>(answers[0]);
        }
    }

    [Fact]
    public async Task Of_those_that_race_for_one_document_one_wins_and_the_others_lose_alone()
    {
        var store = await Open();
        await Commit(store, edit => Enumerable.Range(0, 17).Aggregate(edit, (so, i) => so.Create(i + 1)));
        var racing = Enumerable.Range(0, 16).Select(i => Build(store, edit => edit.SetTitle(17, FormattableString.Invariant($"{i}")))).ToArray();
        var apart = Enumerable.Range(0, 16).Select(i => Build(store, edit => edit.SetTitle(i + 1, "apart"))).ToArray();
        var answers = await Task.WhenAll(racing.Zip(apart).SelectMany(pair => new[] { pair.First, pair.Second })
            .Select(transaction => Task.Run(() => store.CommitAsync(transaction))));

        Assert.Equal(17, answers.Count(answer => answer is Committed));
        Assert.All(Enumerable.Range(0, 16), i => Assert.IsType<Committed>(answers[(2 * i) + 1]));
        Assert.Equal(2, Ask(store, reader => reader.Load(17)!.Header.Sequence));
    }

    [Fact]
    public async Task A_transaction_that_no_store_can_keep_is_refused_as_a_bug()
    {
        var store = await Open();
        var good = Build(store, edit => edit.Create(1).Create(2));
        await Assert.ThrowsAsync<ArgumentException>(() => store.CommitAsync(good with { Documents = [good.Documents[1], good.Documents[0]] }));
        await Assert.ThrowsAsync<ArgumentException>(() => store.CommitAsync(good with { Documents = [good.Documents[0] with { Changes = [] }] }));
        await Assert.ThrowsAsync<ArgumentException>(() => store.CommitAsync(good with { Documents = [good.Documents[0] with { Expected = 4 }] }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.ReserveIdsAsync(IdKind.Document, 0));
        Assert.Equal(0, Ask(store, reader => reader.Position));
    }

    [Fact]
    public async Task A_commit_that_was_given_up_before_it_began_did_not_happen()
    {
        var store = await Open();
        var transaction = Build(store, edit => edit.Create(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.CommitAsync(transaction, new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReserveIdsAsync(IdKind.Document, 1, new CancellationToken(canceled: true)));
        Assert.Equal(1, await store.ReserveIdsAsync(IdKind.Document, 1));
        Assert.Empty(Found(store, Filter.All));
    }
}
