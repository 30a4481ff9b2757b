using DocScript.Documents.Changes;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Changes;

[Properties(Arbitrary = [typeof(DocumentArbitraries)], MaxTest = 300)]
public sealed class ChangeLawTests
{
    [Property]
    public void Applying_and_inverting_restores_the_document(EditedDocument edited)
    {
        foreach (var (before, change, after) in Attempt.Run(edited.Design, edited.Document, edited.Attempts))
        {
            var restored = change.Invert().Apply(after);
            Assert.True(restored.SameContent(before), $"{change} was not taken back");
            Assert.Equal(before.Header.Publication, restored.Header.Publication);
            if (!change.IsContent) Assert.Equal(before, restored);
        }
    }

    [Property]
    public void Inverting_twice_is_the_change_again(EditedDocument edited)
    {
        foreach (var (before, change, after) in Attempt.Run(edited.Design, edited.Document, edited.Attempts))
        {
            var again = change.Invert().Invert();
            Assert.Equal(after, again.Apply(before));
        }
    }

    [Property]
    public void A_change_holds_where_it_was_made_and_its_inverse_where_it_led(EditedDocument edited)
    {
        foreach (var (before, change, after) in Attempt.Run(edited.Design, edited.Document, edited.Attempts))
        {
            Assert.Null(change.Outdated(before));
            Assert.Null(change.Invert().Outdated(after));
            Assert.NotNull(change.Outdated(after));
        }
    }

    [Property]
    public void A_whole_run_is_taken_back_from_the_last_change_to_the_first(EditedDocument edited)
    {
        var steps = Attempt.Run(edited.Design, edited.Document, edited.Attempts).ToList();
        var document = steps.Count == 0 ? edited.Document : steps[^1].After;
        foreach (var (_, change, _) in Enumerable.Reverse(steps)) document = change.Invert().Apply(document);
        Assert.True(document.SameContent(edited.Document));
        TreeWalkerAgrees(document);
    }

    [Property]
    public void The_rules_undo_what_the_rules_allowed(EditedDocument edited)
    {
        var steps = Attempt.Run(edited.Design, edited.Document, edited.Attempts).ToList();
        var document = steps.Count == 0 ? edited.Document : steps[^1].After;
        foreach (var (_, change, _) in Enumerable.Reverse(steps))
        {
            var undo = Documents.Rules.Undo(edited.Design, document, change);

            // A generated component may stand before a fixed first one, where the rules put nothing back.
            if (undo.Violation?.Rule == RuleSet.FixedEnds) return;
            Assert.True(undo.Violation is null, $"{change}: {undo.Violation?.Message}");
            document = undo.Change?.Apply(document) ?? document;
        }

        Assert.True(document.SameContent(edited.Document));
        Assert.Equal(edited.Document.Header.Publication, document.Header.Publication);
    }

    private static void TreeWalkerAgrees(Document document) => Components.TreeWalker.AssertSound(document.Components);
}
