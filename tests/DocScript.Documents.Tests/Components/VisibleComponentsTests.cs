using DocScript.Documents.Components;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Components;

[Properties(Arbitrary = [typeof(DocumentArbitraries)])]
public sealed class VisibleComponentsTests
{
    [Theory]
    [InlineData("{}", "2026-01-01", null, true)]
    [InlineData("{'dateTime': {}}", "2026-01-01", null, true)]
    [InlineData("{'dateTime': null, 'brands': null}", "2026-01-01", null, true)]
    [InlineData("{'dateTime': {'gte': '2026-01-01'}}", "2026-01-01", null, true)]
    [InlineData("{'dateTime': {'gte': '2026-01-01'}}", "2025-12-31T23:59:59Z", null, false)]
    [InlineData("{'dateTime': {'lt': '2026-01-01'}}", "2026-01-01", null, false)]
    [InlineData("{'dateTime': {'lt': '2026-01-01'}}", "2025-12-31T23:59:59Z", null, true)]
    [InlineData("{'dateTime': {'gte': '2026-01-01T00:00:00+02:00', 'lt': '2026-01-02'}}", "2025-12-31T22:00:00Z", null, true)]
    [InlineData("{'dateTime': {'gte': null, 'lt': '2026-01-02'}}", "2026-01-01", null, true)]
    [InlineData("{'dateTime': {'gte': 'soon'}}", "2026-01-01", null, false)]
    [InlineData("{'dateTime': 'soon'}", "2026-01-01", null, false)]
    [InlineData("{'brands': ['ch', 'de']}", "2026-01-01", "de", true)]
    [InlineData("{'brands': ['ch', 'de']}", "2026-01-01", "at", false)]
    [InlineData("{'brands': ['ch', 'de']}", "2026-01-01", null, false)]
    [InlineData("{'brands': []}", "2026-01-01", "at", true)]
    [InlineData("{'brands': 'ch'}", "2026-01-01", "ch", false)]
    [InlineData("{'brands': ['ch'], 'dateTime': {'lt': '2026-01-01'}}", "2026-01-01", "ch", false)]
    [InlineData("{'weather': 'sunny'}", "2026-01-01", null, true)]
    public void A_component_is_seen_while_its_conditions_hold(string conditions, string at, string? brand, bool seen)
    {
        var tree = ComponentTree.Of([TestDesign.New("a", "paragraph") with { Conditions = (ObjectValue)ValueJson.Parse(conditions.Quoted()) }]);
        Assert.True(DateValue.TryParse(at, out var instant));
        Assert.Equal(seen ? 1 : 0, VisibleComponents.Of(tree, instant.Instant, brand).Count);
    }

    [Property]
    public void What_is_seen_is_what_is_left_of_each_list_without_what_is_not(EditedDocument edited, bool late, bool branded)
    {
        var instant = DateTimeOffset.Parse(late ? "2027-01-01Z" : "2026-01-01Z", System.Globalization.CultureInfo.InvariantCulture);
        var brand = branded ? "ch" : null;
        var tree = edited.Document.Components;
        var seen = VisibleComponents.Of(tree, instant, brand);
        Assert.Equal(Left(tree.ToSubtrees()), seen.ToSubtrees());
        Assert.Equal(seen, VisibleComponents.Of(seen, instant, brand));

        Subtree[] Left(IEnumerable<Subtree> list) =>
        [
            .. list.Where(subtree => VisibleComponents.IsVisible(tree.Find(subtree.Id)!, instant, brand))
                .Select(subtree => subtree with { Containers = [.. subtree.Containers.Select(container => container with { Children = Left(container.Children) })] }),
        ];
    }
}
