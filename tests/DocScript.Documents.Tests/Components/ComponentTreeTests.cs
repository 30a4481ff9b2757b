using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Components;

public sealed class ComponentTreeTests
{
    private static readonly ComponentTree Tree = ComponentTree.Of([Leaf("a"), Box("box", "left", Leaf("l1"), Leaf("l2")), Leaf("z")]);

    private static Subtree Leaf(string id) =>
        new(id, "leaf", false, ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, []);

    private static Subtree Box(string id, string container, params Subtree[] children) =>
        Leaf(id) with { Type = "box", Containers = [new(container, children), new("right", [])] };

    [Fact]
    public void Depth_first_goes_through_containers_in_order()
    {
        Assert.Equal(["a", "box", "l1", "l2", "z"], Tree.DepthFirst().Select(component => component.Id));
        Assert.Equal(["box", "l1", "l2"], Tree.DepthFirst("box").Select(component => component.Id));
        Assert.Equal(["l2"], Tree.DepthFirst("l2").Select(component => component.Id));
        Assert.Empty(Tree.DepthFirst("nobody"));
    }

    [Fact]
    public void Depth_first_goes_on_in_the_next_container()
    {
        var tree = Tree.Move("a", new("box", "right", null, null));
        Assert.Equal(["box", "l1", "l2", "a", "z"], tree.DepthFirst().Select(component => component.Id));
        Assert.Equal(["a"], tree.Children("box", "right").Select(component => component.Id));
    }

    [Fact]
    public void A_subtree_is_taken_out_and_put_back_where_it_stood()
    {
        var (location, subtree) = (Tree.LocationOf("box"), Tree.Extract("box"));
        var without = Tree.Remove("box");
        Assert.Equal(["a", "z"], without.Ids.Order(StringComparer.Ordinal));
        Assert.Equal("z", without.Find("a")!.Next);
        Assert.True(Tree.Equals(without.Insert(location, subtree)));
        Assert.False(Tree.Equals(without));
    }

    [Fact]
    public void Trees_differ_when_only_places_do()
    {
        Assert.False(Tree.Equals(Tree.Move("a", new(null, null, "z", null))));
        Assert.True(Tree.Equals(Tree.Move("a", new(null, null, "z", null)).Move("a", new(null, null, null, "box"))));
    }

    [Fact]
    public void An_update_changes_content_and_nothing_that_holds_the_tree_together()
    {
        var content = ObjectValue.Empty.With("text", new TextValue("x"));
        var tree = Tree.Update("box", box => box with { Content = content, Id = "other", Parent = "a", Next = null, Containers = [] });
        TreeWalker.AssertSound(tree);
        Assert.Equal<Value>(content, tree.Find("box")!.Content);
    }

    public static TheoryData<string?, string?, string?, string?> NoPlaces => new()
    {
        { null, null, "a", "z" },
        { null, null, "z", "a" },
        { null, null, null, null },
        { null, null, null, "box" },
        { null, null, "box", null },
        { null, null, "l1", "l2" },
        { "box", "left", "a", "box" },
        { "box", "left", null, null },
        { "box", "middle", null, null },
        { "nobody", "left", null, null },
        { "box", null, null, null },
        { null, "left", null, null },
        { null, null, "nobody", null },
    };

    [Theory]
    [MemberData(nameof(NoPlaces))]
    public void A_place_that_the_tree_does_not_have_is_refused(string? parent, string? container, string? previous, string? next)
    {
        var location = new Location(parent, container, previous, next);
        Assert.False(Tree.HasGap(location));
        Assert.Throws<InvalidOperationException>(() => Tree.Insert(location, Leaf("new")));
    }

    [Theory]
    [InlineData("box")]
    [InlineData("l1")]
    public void A_component_never_moves_into_itself(string parent) =>
        Assert.Throws<InvalidOperationException>(() => Tree.Move("box", new(parent, "right", null, null)));

    [Theory]
    [InlineData("box", null)]
    [InlineData(null, "box")]
    public void A_component_never_moves_beside_itself(string? previous, string? next) =>
        Assert.Throws<InvalidOperationException>(() => Tree.Move("box", new(null, null, previous, next)));

    [Fact]
    public void Ids_are_unique()
    {
        Assert.Throws<InvalidOperationException>(() => Tree.Insert(new(null, null, "z", null), Box("new", "left", Leaf("l1"))));
        Assert.Throws<InvalidOperationException>(() => ComponentTree.Of([Leaf("a"), Leaf("a")]));
    }

    [Fact]
    public void Who_is_not_there_is_not_extracted_moved_or_removed()
    {
        Assert.Null(Tree.Find("nobody"));
        Assert.Throws<InvalidOperationException>(() => Tree.Extract("nobody"));
        Assert.Throws<InvalidOperationException>(() => Tree.Remove("nobody"));
        Assert.Throws<InvalidOperationException>(() => Tree.Move("nobody", new(null, null, "z", null)));
    }
}
