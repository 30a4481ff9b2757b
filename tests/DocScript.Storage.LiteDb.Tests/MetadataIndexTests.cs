using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using LiteDB;
using DocScript.Testing.Storage;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>Questions that an index answers read no other documents; that it answers right is for the random walks of the suite to show.</summary>
public sealed class MetadataIndexTests : IDisposable
{
    private static readonly MetadataField Section = new("section");

    private static readonly Dictionary<string, (Filter Filter, Ordering? Order, int Most, long[] Found)> Questions = new(StringComparer.Ordinal)
    {
        ["equality"] = (On(Section, ComparisonOperator.Equal, new TextValue("sport")), null, 9, [1, 3]),
        ["equality, last id first"] = (On(Section, ComparisonOperator.Equal, new TextValue("sport")), new(new ColumnField(Column.Id), Descending: true), 1, [3]),
        ["greater"] = (On(Section, ComparisonOperator.Greater, new TextValue("sport")), null, 9, [2]),
        ["less or equal"] = (On(Section, ComparisonOperator.LessOrEqual, new TextValue("sport")), null, 9, [1, 3]),
        ["less, in order"] = (On(Section, ComparisonOperator.Less, new TextValue("world")), new(Section, Descending: true), 1, [1]),
        ["last of the property"] = (Filter.All, new(Section, Descending: true), 2, [4, 2]),
        ["first of the property"] = (Filter.All, new(Section, Descending: false), 2, [1, 3]),
        ["last title"] = (Filter.All, new(new ColumnField(Column.Title), Descending: true), 1, [4]),
        ["one title"] = (On(new ColumnField(Column.Title), ComparisonOperator.Equal, new TextValue("B")), null, 9, [2]),
        ["last key"] = (Filter.All, new(new ColumnField(Column.Key), Descending: true), 1, [4]),
        ["a span of ids"] = (On(new ColumnField(Column.Id), ComparisonOperator.Less, new IntegerValue(3)), null, 9, [1, 2]),
        ["last changed"] = (Filter.All, new(new ColumnField(Column.Updated), Descending: true), 1, [4]),
    };

    private readonly StoreFolder _folder = new();

    public static TheoryData<string> Names => new(Questions.Keys);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_question_is_answered_without_reading_other_documents(string what)
    {
        var (filter, order, most, found) = Questions[what];
        await Make();
        Damage(document => !found.Contains(document));
        await using var store = _folder.Open();
        using var reader = store.Read();
        Assert.Equal(found, reader.Find(filter, order).Take(most).Select(document => document.Id));
    }

    [Fact]
    public async Task What_moved_meanwhile_is_found_where_it_was_without_reading_more()
    {
        await Make();
        Damage(document => document is 3);
        await using var store = _folder.Open();
        using var reader = store.Read();
        // From first to last, and the last is gone.
        Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.SetMetadata(1, "section", new TextValue("zoo")).SetMetadata(2, "section", null)));
        Assert.Equal([1L], reader.Find(Filter.All, new(Section, Descending: false)).Take(1).Select(document => document.Id));
        Assert.Equal([4L, 2], reader.Find(Filter.All, new(Section, Descending: true)).Take(2).Select(document => document.Id));
        Assert.Equal([2L], reader.Find(On(Section, ComparisonOperator.Greater, new TextValue("sport"))).Select(document => document.Id));
        using var later = store.Read();
        Assert.Equal([1L], later.Find(On(Section, ComparisonOperator.Greater, new TextValue("sport"))).Select(document => document.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_goes_on_in_order_when_the_index_comes_or_goes_meanwhile(bool indexed)
    {
        await using var store = _folder.Open();
        await Mark(store, indexed);
        for (var id = 1; id <= 30; id++) await Create(store, id, "T", FormattableString.Invariant($"s{99 - id}"));
        using var reader = store.Read();
        var found = new List<long>();
        foreach (var document in reader.Find(Filter.All, new(Section, Descending: false)))
        {
            if (found.Count == 1) await Mark(store, !indexed);
            found.Add(document.Id);
        }

        Assert.Equal(Enumerable.Range(1, 30).Select(id => (long)id).Reverse(), found);
    }

    [Fact]
    public async Task A_new_design_builds_and_drops_the_index()
    {
        await Make();
        Assert.Equal(3, Entries());
        await using (var store = _folder.Open()) await Mark(store, indexed: false);
        Assert.Equal(0, Entries());
        await using (var store = _folder.Open()) await Mark(store, indexed: true);
        Assert.Equal(3, Entries());
    }

    private static Filter On(FilterField field, ComparisonOperator comparison, Value value) => new([new(field, comparison, value)]);

    private async Task Make()
    {
        await using var store = _folder.Open();
        await Mark(store, indexed: true);
        await Create(store, 1, "A", "sport");
        await Create(store, 2, "B", "world");
        await Create(store, 3, "C", "sport");
        await Create(store, 4, "D", null);
    }

    private async Task Create(IStore store, long id, string title, string? section)
    {
        ((DocScript.Testing.Storage.TestClock)_folder.Transactions.Clock).Advance(TimeSpan.FromHours(1));
        Assert.IsType<Committed>(await _folder.Commit(store, edit =>
        {
            if (section is null) edit.Create(id, title: title);
            else edit.Create(id, title: title, metadata: ("section", new TextValue(section)));
        }));
    }

    private Task Mark(IStore store, bool indexed) => _folder.Transactions.SetDesignAsync(store, IndexedDesign.Of(("section", "li-text", indexed)));

    /// <summary>Makes public documents ones that can't be read.</summary>
    private void Damage(Func<long, bool> which) => _folder.Change(engine =>
    {
        foreach (var row in StoreFolder.Rows(engine, Schema.Journal).Where(row => IndexEntry.Number(row["_id"].AsBinary) is > 0 and var document && which(document)))
        {
            row["hash"] = new byte[32];
            engine.Update(Schema.Journal, [row]);
        }
    });

    private int Entries()
    {
        var count = 0;
        _folder.Change(engine => count = StoreFolder.Rows(engine, Schema.Index).Count(row => row["_id"].AsBinary[0] == 'm'));
        return count;
    }
}
