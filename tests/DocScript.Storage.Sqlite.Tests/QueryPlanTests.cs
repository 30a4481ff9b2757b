using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.Reading;
using DocScript.Testing.Storage.Model;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>What a plan says of a query is what SQLite does.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private static readonly IndexedMetadata Marked = new([KeyValuePair.Create("p", false), KeyValuePair.Create("d", true)]);

    private static readonly Dictionary<string, string> Walks = new(StringComparer.Ordinal)
    {
        ["by index of key"] = "d USING INDEX sqlite_autoindex_documents_1",
        ["by index of type"] = "d USING INDEX documents_type (type=",
        ["by index of updated"] = "d USING INDEX documents_updated",
        ["by index of due"] = "d USING INDEX documents_due (due",
        ["by index of id"] = "d USING INTEGER PRIMARY KEY",
        ["by index of meta."] = "m USING PRIMARY KEY (property=",
        ["by "] = "d USING INTEGER PRIMARY KEY (rowid>?)",
        ["scan of all documents"] = "d USING INTEGER PRIMARY KEY (rowid>?)",
    };

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_plan_says_the_index_and_the_sort_that_SQLite_uses()
    {
        await _folder.Make(edit => edit.Create(1));
        await using var store = SqliteStore.Open(_folder.Path);
        using var reader = (SqliteReader)store.Read();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(QueryStep.Walks, steps =>
        {
            foreach (var ask in steps.OfType<AskStep>()) Judge(ask, reader, seen);
        }));
        Assert.Equal(Walks.Keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private static void Judge(AskStep ask, SqliteReader reader, HashSet<string> seen)
    {
        if (ask.Order is { } order && !QueryPlan.IsKept(order.Field, Marked)) return;
        var query = new DocumentQuery(ask.Filter, IsWhole: true, ask.Order);
        var said = ask.Order is null ? QueryText.Of("q", ask.Filter, Marked) : QueryText.OfFirst("q", query, ask.Order, 3, Marked);
        var done = string.Join('\n', reader.Statements.Query("EXPLAIN QUERY PLAN " + new FilterQuery(ask.Filter, ask.Order, Marked).Sql).All(row => row.Text(3)));

        var walk = Walks.Keys.First(key => said.StartsWith("q: " + key, StringComparison.Ordinal));
        seen.Add(walk);
        Assert.True(done.Contains(Walks[walk], StringComparison.Ordinal), $"{ask}\nsaid: {said}\ndone: {done}");
        // One document, and those that have one value of the order's field, need no sort, which SQLite knows.
        var one = ask.Filter.Comparisons.Where(comparison => comparison.Operator is ComparisonOperator.Equal).Select(comparison => comparison.Field);
        if (ask.Order is not null && !one.Any(field => field == ask.Order.Field || field is ColumnField { Column: Column.Id or Column.Key }))
            Assert.True(said.Contains("; in order of ", StringComparison.Ordinal) != done.Contains("B-TREE FOR ORDER BY", StringComparison.Ordinal), $"{ask}\nsaid: {said}\ndone: {done}");
    }
}
