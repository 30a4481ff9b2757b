using DocScript.Documents.Designs;
using DocScript.Documents.Json;

namespace DocScript.Documents.Tests.Designs;

public sealed class MetadataPluginTests
{
    /// <summary>A line for each kind: values that it takes and values that it does not.</summary>
    public static TheoryData<string, string[], string[]> Kinds => new()
    {
        { "li-text", ["''", "'a'"], ["1", "true", "[]", "{}", "null"] },
        { "li-integer", ["0", "-5"], ["1.0", "'1'", "null"] },
        { "li-boolean", ["true", "false"], ["0", "'true'"] },
        { "li-date", ["'2026-01-02'"], ["'2.1.2026'", "20260102"] },
        { "li-datetime", ["'2026-01-02T03:04:05Z'", "'2026-01-02'"], ["'now'", "''"] },
        { "li-publish-date", ["'2026-01-02T03:04:05.678+01:00'"], ["'soon'"] },
        { "li-enum", ["'a'"], ["['a']"] },
        { "li-string-list", ["[]", "['a', 'b']"], ["['a', 1]", "'a'"] },
        { "li-numeric-list", ["[]", "[1, 2]"], ["[1.5]", "['1']"] },
        { "li-color", ["'#fff'", "'#1fc47a'", "'#1FC47A80'"], ["'red'", "'#12'", "'#ggg'", "'fff'"] },
        { "li-unique-id", ["'a'"], ["1"] },
        { "li-external-id", ["'a'"], ["1"] },
        { "li-slug", ["'a-b'"], ["1"] },
        { "li-user-needs", ["'a'"], ["{}"] },
        { "li-category", ["{'id': 'a', 'path': '/a'}", "{'id': 1}"], ["{'path': '/a'}", "'a'"] },
        { "li-routing", ["{'path': '/a'}"], ["{}", "{'path': 1}"] },
        { "li-document-reference", ["{'$ref': 'document', 'reference': {'id': '1'}}", "{'$ref': 'document', 'reference': {'id': 1}}"], ["{'$ref': 'documents', 'references': []}", "{'reference': {'id': '1'}}"] },
        { "li-reference", ["{'$ref': 'document', 'reference': {'id': '1'}}"], ["{'$ref': 'document', 'reference': {}}"] },
        { "li-document-references", ["{'$ref': 'documents', 'references': []}", "{'$ref': 'documents', 'references': [{'id': '1'}]}"], ["{'$ref': 'documents'}", "{'$ref': 'documents', 'references': ['1']}"] },
        { "li-reference-list", ["{'$ref': 'documents', 'references': []}"], ["[]"] },
        { "li-bundled-documents", ["{'$ref': 'documents', 'references': []}"], ["{}"] },
        { "li-image", ["{'url': 'a', 'width': 1, 'height': 2, 'crops': [{'name': '1:1'}], 'focalPoint': {'x': 0.5, 'y': 0.5}}", "{'mediaId': 'a', 'url': null}"], ["{}", "{'url': 1}", "{'url': 'a', 'width': '1'}", "{'url': 'a', 'crops': ['x']}", "{'url': 'a', 'focalPoint': {'x': 1}}", "'a.jpg'"] },
        { "li-video-reference", ["{'$ref': 'video', 'reference': {'id': '1', 'posterImageId': '2'}}"], ["{'$ref': 'document', 'reference': {'id': '1'}}"] },
        { "li-language", ["{'locale': 'de', 'groupId': 'x'}"], ["'de'", "{'label': 'x'}"] },
        { "li-metadata-translations", ["{'locale': 'de'}"], ["{}"] },
        { "li-datetime-validity", ["{}", "{'from': '2026-01-01', 'to': null}"], ["{'from': 'x'}", "[]"] },
        { "li-estimated-time-of-completion", ["{'date': '2026-01-01', 'precision': 'date'}"], ["{'precision': 'year'}"] },
        { "li-tree", ["[]", "[{'id': 'a', 'type': 'group', 'items': [{'type': 'link', 'href': '/'}]}]"], ["[{'type': 'other'}]", "[{'type': 'group', 'items': [1]}]", "{}"] },
        { "li-task-v2", ["{'state': 'requested', 'assignees': [1]}"], ["{'state': 'lost'}", "{}"] },
        { "li-target-length", ["{'characters': 5, 'isChecked': true}"], ["{'characters': '5'}"] },
        { "li-dependencies", ["{}", "{'js': [{'src': 'a'}], 'css': []}"], ["{'js': 'a'}"] },
        { "li-team", ["{'owner': 1}"], ["'ann'"] },
        { "decimal", ["1", "1.5"], ["'1.5'"] },
        { "any", ["1", "'a'", "{}", "[1, 'a']"], [] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_takes_its_storage_type_and_nothing_else(string name, string[] takes, string[] refuses)
    {
        var plugin = MetadataPlugins.All[name];
        Assert.All(takes, json => Assert.True(plugin.Accepts(ValueJson.Parse(json.Quoted())), $"{name} must take {json}"));
        Assert.All(refuses, json => Assert.False(plugin.Accepts(ValueJson.Parse(json.Quoted())), $"{name} must refuse {json}"));
    }

    [Fact]
    public void Every_kind_has_a_line() =>
        Assert.Equal(MetadataPlugins.All.Keys.Order(StringComparer.Ordinal), Kinds.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("li-team", true)]
    [InlineData("li-system-x", true)]
    [InlineData("li-document-soft-lock", true)]
    [InlineData("li-distribution-print", true)]
    [InlineData("li-text", false)]
    [InlineData("li-teams", false)]
    public void System_metadata_is_known_by_name(string name, bool isSystem) => Assert.Equal(isSystem, MetadataPlugins.Of(name).IsSystem);
}
