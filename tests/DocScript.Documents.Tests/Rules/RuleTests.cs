namespace DocScript.Documents.Tests;

public sealed class RuleTests
{
    public static TheoryData<RuleCase> Cases => [.. RuleCases.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rule_refuses_what_breaks_it_and_not_what_comes_near(RuleCase test)
    {
        var violation = test.Bad();
        Assert.NotNull(violation);
        Assert.Equal((test.Rule.Title, test.Message), (violation.Rule.Title, violation.Message));
        var good = test.Good();
        Assert.True(good is null, good?.Message);
    }

    [Fact]
    public void Every_rule_has_a_case() =>
        Assert.Equal(
            // What the engine tells of whole files and stores has its cases there.
            Rules.All.Except([RuleSet.DesignForm, RuleSet.DesignFitsDocuments]).Select(rule => rule.Title).Order(StringComparer.Ordinal),
            RuleCases.All.Select(test => test.Rule.Title).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Numbers_and_titles_of_rules_are_unique()
    {
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Number).Distinct().Count());
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Title).Distinct().Count());
        Assert.All(Rules.All, rule => Assert.InRange(rule.Number, 1, 999));
    }

    [Fact]
    public void Every_rule_that_has_a_name_is_in_the_list() =>
        Assert.Equal(typeof(RuleSet).GetFields().Select(field => field.GetValue(null)).ToHashSet(), Rules.All.Cast<object?>().ToHashSet());

    [Fact]
    public void Only_what_others_changed_is_a_conflict()
    {
        Rule[] conflicts = [RuleSet.OldValue, RuleSet.UndoUntouched, RuleSet.CheckedOut, RuleSet.NotCheckedOut, RuleSet.CheckInFirst];
        Assert.All(RuleCases.All, test => Assert.Equal(conflicts.Contains(test.Rule), test.Bad()!.IsConflict));
    }

    [Fact]
    public void Only_what_can_not_be_done_at_all_stands_against_no_part()
    {
        Rule[] wholes =
        [
            RuleSet.DeleteUnpublished, RuleSet.UnpublishPublic, RuleSet.UndoUntouched, RuleSet.ControlAllowed, RuleSet.EmbargoUnpublished,
            RuleSet.CheckedOut, RuleSet.NotCheckedOut, RuleSet.CheckInFirst, RuleSet.ForceRight, RuleSet.EditableLength,
            .. MetadataPublishCases.All.Select(test => test.Rule),
            .. DesignRuleCases.All.Select(test => test.Rule),
        ];
        Assert.All(RuleCases.All, test => Assert.Equal(wholes.Contains(test.Rule), test.Bad()!.Part == EditPart.Whole));
    }

    [Fact]
    public void A_name_that_was_not_found_comes_with_those_that_would_have_been()
    {
        foreach (var violation in RuleCases.All.Select(test => test.Bad()!).Where(violation => violation.Name is not null))
        {
            Assert.NotEmpty(violation.Candidates);
            Assert.DoesNotContain(violation.Name, violation.Candidates);
        }
    }
}
