using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DocScript.Testing.Storage.Model;

/// <summary>A script that reads the first few documents of a query, in a store that others change between its run and its commit.</summary>
/// <param name="Before">What the store holds.</param>
/// <param name="After">What others commit meanwhile.</param>
internal sealed record LimitedQuery(QueryStep[] Before, QueryStep[] After, string Where, string Order, int Limit)
{
    private static readonly string[] Conditions =
    [
        "", "where type == \"article\" ", "where meta.p == 1 ", "where meta.q != null ", "where meta.q < 2 ", "where meta.d >= \"2026-05-02\" ", "where published ", "where id > 3 and meta.p == \"a\" ",
    ];

    private static readonly string[] Orders =
    [
        "", "order by id descending ", "order by key ", "order by title ", "order by title descending ", "order by updated ", "order by updated descending ", "order by type descending ", "order by published ",
        "order by meta.p ", "order by meta.p descending ", "order by meta.q ", "order by meta.q descending ", "order by meta.d ", "order by meta.d descending ",
    ];

    /// <summary>Any.</summary>
    public static Arbitrary<LimitedQuery> Any { get; } = Arb.From(
        from marked in Gen.SubListOf(QueryStep.Properties)
        from before in QueryStep.Changes.ListOf().Resize(8)
        from after in QueryStep.Changes.NonEmptyListOf().Resize(2)
        from condition in Gen.Elements(Conditions)
        from order in Gen.Elements(Orders)
        from limit in Gen.Choose(0, 4)
        select new LimitedQuery([new MarkStep([.. marked]), .. before], [.. after], condition, order, limit));

    /// <summary>Whether the transaction committed although others did between; the answers must be what they would be without a limit, and no other at the commit.</summary>
    public async Task<bool> Judge(IStore store, TestClock clock)
    {
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, clock, new RandomIds());
        var walk = new QueryWalk(store, clock);
        foreach (var step in Before) await walk.Take(step);
        Assert.Equal(Told(await engine.PlanAsync(Request("")), Limit), Told(await engine.PlanAsync(Request($"limit {Limit} ")), int.MaxValue));

        var (done, plan) = await engine.SavePlanAsync(Request($"limit {Limit} "));
        if (plan is null) return false;
        foreach (var step in After) await walk.Take(step);
        var isOther = Told(await engine.PlanAsync(Request($"limit {Limit} ")), int.MaxValue) != Told(done, int.MaxValue);
        var isCommitted = await engine.ApplyAsync(plan) is Done;
        Assert.False(isOther && isCommitted, "it committed what another answer should have led to");
        return isCommitted;
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(" | ", Before.AsEnumerable())}] {Where}{Order}limit {Limit} [{string.Join(" | ", After.AsEnumerable())}]";

    private RunRequest Request(string limit) => new()
    {
        Source = new SourceText("test", $"for each document {Where}{Order}{limit}{{ print id }}\ncreate article key \"made\""),
        Actor = "ann",
    };

    private static string Told(RunResult result, int most) => result switch
    {
        Done done => string.Join(' ', done.Printed.Take(most)),
        Failed failed => failed.Diagnostics[0].Message,
        _ => result.ToString()!,
    };
}
