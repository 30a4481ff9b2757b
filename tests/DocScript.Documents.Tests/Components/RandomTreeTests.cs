using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Components;

[Properties(Arbitrary = [typeof(DocumentArbitraries)], MaxTest = 300)]
public sealed class RandomTreeTests
{
    [Property]
    public void Inserts_moves_and_removes_never_break_the_rules(EditedDocument edited)
    {
        var type = edited.Design.ContentTypes["article"];
        Assert.Empty(Documents.Rules.Import(edited.Design, edited.Document));
        foreach (var (_, _, after) in Attempt.Run(edited.Design, edited.Document, edited.Attempts))
        {
            TreeWalker.AssertSound(after.Components);
            TreeWalker.AssertAllowed(edited.Design, type, after.Components);
            TreeWalker.AssertFixedStay(edited.Document.Components, after.Components);
            Assert.Empty(Documents.Rules.Import(edited.Design, after));
        }
    }

    [Property]
    public void The_linked_tree_agrees_with_plain_nested_lists(EditedDocument edited)
    {
        var naive = new NaiveTree(edited.Document.Components.ToSubtrees());
        foreach (var (_, change, after) in Attempt.Run(edited.Design, edited.Document, edited.Attempts))
        {
            naive.Apply(change);
            Assert.Equal(naive.ToSubtrees(), after.Components.ToSubtrees());
        }
    }

    [Property]
    public void A_tree_equals_the_tree_of_its_subtrees(EditedDocument edited)
    {
        var after = Attempt.Run(edited.Design, edited.Document, edited.Attempts).Select(step => step.After.Components).LastOrDefault(edited.Document.Components);
        var again = Documents.Components.ComponentTree.Of(after.ToSubtrees());
        Assert.True(after.Equals(again));
        Assert.Equal(after.GetHashCode(), again.GetHashCode());
        Assert.Equal(after.DepthFirst(), again.DepthFirst());
    }
}
