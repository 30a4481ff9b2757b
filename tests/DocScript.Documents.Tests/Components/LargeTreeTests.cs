using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Components;

/// <summary>100,000 components. What an edit costs is measured in bytes allocated, which unlike time are the same on every machine.</summary>
public sealed class LargeTreeTests
{
    private const int Many = 100_000;

    private static readonly ComponentTree Tree = ComponentTree.Of(Enumerable.Range(0, Many).Select(Paragraph));

    private static Subtree Paragraph(int number) => new(
        $"p{number}", "paragraph", false, ObjectValue.Empty.With("text", new IntegerValue(number)), ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, []);

    public static TheoryData<string, Func<ComponentTree, ComponentTree>> Edits => new()
    {
        { "insert in the middle", tree => tree.Insert(new(null, null, "p50000", "p50001"), Paragraph(-1)) },
        { "insert at the start", tree => tree.Insert(new(null, null, null, "p0"), Paragraph(-1)) },
        { "insert at the end", tree => tree.Insert(new(null, null, "p99999", null), Paragraph(-1)) },
        { "remove", tree => tree.Remove("p777") },
        { "move from one end to the other", tree => tree.Move("p0", new(null, null, "p99999", null)) },
        { "update", tree => tree.Update("p5", component => component with { Content = ObjectValue.Empty }) },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_costs_what_it_touches(string edit, Func<ComponentTree, ComponentTree> apply)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var after = apply(Tree);
        var cost = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(cost < 50_000, $"'{edit}' allocated {cost} bytes");
        Assert.InRange(after.Count, Many - 1, Many + 1);
    }

    [Fact]
    public void All_components_are_there_in_order_after_thousands_of_edits()
    {
        var tree = Tree;
        for (var number = 0; number < 2_000; number++)
        {
            tree = tree.Move($"p{number}", new(null, null, tree.Root.Last, null));
            tree = tree.Remove($"p{50_000 + number}");
            tree = tree.Insert(new(null, null, null, tree.Root.First), Paragraph(-1 - number));
        }

        TreeWalker.AssertSound(tree);
        Assert.Equal(Many, tree.Count);
        Assert.Equal("p-2000", tree.Root.First);
        Assert.Equal("p1999", tree.Root.Last);
        Assert.Equal(ComponentTree.Of(tree.ToSubtrees()), tree);
    }

    [Fact]
    public void Equal_trees_that_share_nothing_are_equal()
    {
        var twin = ComponentTree.Of(Enumerable.Range(0, Many).Select(Paragraph));
        Assert.True(Tree.Equals(twin));
        Assert.False(Tree.Equals(twin.Update("p99999", component => component with { Content = ObjectValue.Empty })));
    }
}
