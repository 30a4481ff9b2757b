using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;
using DocScript.Testing.Storage.Model;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>What a plan says of a query is what the store does.</summary>
public sealed class QueryPlanTests
{
    private static readonly IndexedMetadata Marked = new([KeyValuePair.Create("p", false), KeyValuePair.Create("d", true)]);

    [Fact]
    public void A_plan_says_the_index_and_the_sort_of_the_walk()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(QueryStep.Walks, steps =>
        {
            foreach (var ask in steps.OfType<AskStep>()) Judge(ask, seen);
        }));
        Assert.Equal(["due", "id", "key", "meta.d", "meta.p", "scan", "type", "updated"], seen.Order(StringComparer.Ordinal));
    }

    private static void Judge(AskStep ask, HashSet<string> seen)
    {
        if (ask.Order is { } order && !QueryPlan.IsKept(order.Field, Marked)) return;
        var query = new DocumentQuery(ask.Filter, IsWhole: true, ask.Order);
        var said = ask.Order is null ? QueryText.Of("q", ask.Filter, Marked) : QueryText.OfFirst("q", query, ask.Order, 3, Marked);
        var walk = new Walk(ask.Filter, ask.Order, Marked, null!, null!);
        var index = QueryPlan.Of(ask.Filter, ask.Order, Marked).By is null ? "scan" : QueryText.Name(walk.By ?? new ColumnField(Column.Id));
        seen.Add(index);
        Assert.True(index == "scan" ? !said.Contains("by index of", StringComparison.Ordinal) : said.StartsWith($"q: by index of {index}", StringComparison.Ordinal), $"{ask}\nsaid: {said}\nindex: {index}");
        // Without an order asked for, that of ids is made, which no plan speaks of.
        if (ask.Order is not null) Assert.True(said.Contains("; in order of ", StringComparison.Ordinal) == walk.IsOrdered, $"{ask}\nsaid: {said}\nordered: {walk.IsOrdered}");
    }
}
