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
        { "li-user-needs", ["'inspire'", "'a'"], ["{}"] },
        { "li-category", ["{'id': 'a', 'path': '/a'}", "{'id': 1}"], ["{'path': '/a'}", "{'id': 'a', 'name': 'A'}", "'a'"] },
        { "li-routing", ["{'path': '/a'}"], ["{}", "{'path': 1}", "{'path': '/a', 'id': 1}"] },
        { "li-document-reference", ["{'$ref': 'document', 'reference': {'id': '1'}}", "{'$ref': 'document', 'reference': {'id': 1}}"], ["{'$ref': 'documents', 'references': []}", "{'reference': {'id': '1'}}", "{'$ref': 'document', 'reference': {'id': '1', 'title': 'x'}}"] },
        { "li-reference", ["{'$ref': 'document', 'reference': {'id': '1'}}"], ["{'$ref': 'document', 'reference': {}}"] },
        { "li-document-references", ["{'$ref': 'documents', 'references': []}", "{'$ref': 'documents', 'references': [{'id': '1'}]}"], ["{'$ref': 'documents'}", "{'$ref': 'documents', 'references': ['1']}", "{'$ref': 'documents', 'references': [], 'count': 0}"] },
        { "li-reference-list", ["{'$ref': 'documents', 'references': []}"], ["[]", "{'$ref': 'documents', 'references': [{}]}"] },
        { "li-bundled-documents", ["{'$ref': 'documents', 'references': []}"], ["{}"] },
        { "li-image", ["{'url': 'a', 'width': 1, 'height': 2, 'crops': [{'name': '1:1'}], 'focalPoint': {'x': 0.5, 'y': 0.5}}", "{'mediaId': 'a', 'url': null}"], ["{}", "{'url': 1}", "{'url': 'a', 'width': '1'}", "{'url': 'a', 'crops': ['x']}", "{'url': 'a', 'focalPoint': {'x': 1}}", "{'url': 'a', 'alt': 'A'}", "'a.jpg'"] },
        { "li-video-reference", ["{'$ref': 'video', 'reference': {'id': '1', 'posterImageId': '2'}}"], ["{'$ref': 'document', 'reference': {'id': '1'}}", "{'$ref': 'video', 'reference': {'id': '1', 'url': 'x'}}"] },
        { "li-language", ["{'locale': 'de', 'groupId': 'x'}"], ["'de'", "{'label': 'x'}", "{'locale': 'de', 'group': 'x'}"] },
        { "li-metadata-translations", ["{'locale': 'de'}", "{'locale': 'de', 'label': 'Deutsch'}"], ["{}", "{'locale': 'de', 'groupId': 'x'}"] },
        { "li-datetime-validity", ["{}", "{'from': '2026-01-01', 'to': null}"], ["{'from': 'x'}", "{'until': '2026-01-01'}", "[]"] },
        { "li-estimated-time-of-completion", ["{'date': '2026-01-01', 'precision': 'date'}", "{'after': '2026-01-01', 'before': '2026-01-02'}"], ["{'date': '2026-01-01', 'precision': 'year'}", "{'precision': 'date'}", "{'date': '2026-01-01', 'after': '2026-01-01'}"] },
        { "li-tree", ["[]", "[{'id': 'a', 'label': 'A', 'type': 'group', 'items': [{'id': 'b', 'label': 'B', 'type': 'document', 'reference': {'id': '1'}}]}]", "[{'id': 'a', 'type': 'multilang', 'translations': {'de': {'label': 'A'}}}]"], ["[{'id': 'a', 'label': 'A', 'type': 'other'}]", "[{'id': 'a', 'label': 'A', 'type': 'group', 'items': [1]}]", "[{'label': 'A', 'type': 'group'}]", "[{'id': 'a', 'type': 'group'}]", "[{'id': 'a', 'label': 'A', 'type': 'link', 'icon': 'x'}]", "{}"] },
        { "li-task-v2", ["{'state': 'requested', 'requested': {'date': '2026-01-01', 'user': 1}, 'assignees': [1]}"], ["{'state': 'lost'}", "{'state': 'requested', 'requested': {'by': 1}}", "{'state': 'requested', 'note': 'x'}", "{}"] },
        { "li-target-length", ["{'characters': 5, 'isChecked': true}"], ["{'characters': '5'}", "{'lines': 5}"] },
        { "li-dependencies", ["{}", "{'js': [{'src': 'a', 'inline': false, 'componentIds': ['doc-1']}], 'css': []}"], ["{'js': 'a'}", "{'js': [{'url': 'a'}]}", "{'html': []}"] },
        { "li-team", ["{'owner': {'id': 1}}"], ["'ann'", "{'boss': {'id': 1}}"] },
        { "li-system-text", ["'a'"], ["1"] },
        { "li-system-integer", ["1"], ["1.5"] },
        { "li-system-priority", ["1"], ["'high'"] },
        { "li-system-boolean", ["true"], ["'true'"] },
        { "li-system-date", ["'2026-01-02'"], ["'soon'"] },
        { "li-system-datetime", ["'2026-01-02T03:04:05Z'"], ["'soon'"] },
        { "li-system-enum", ["'a'"], ["1"] },
        { "li-system-target-length", ["{'characters': 5}"], ["{'words': 5}"] },
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
    public void Every_kind_but_the_unknown_has_a_value_that_it_refuses() =>
        Assert.Equal(["any"], Kinds.Where(row => ((string[])row[2]).Length == 0).Select(row => (string)row[0]));

    [Fact]
    public void Every_kind_has_a_line() =>
        Assert.Equal(MetadataPlugins.All.Keys.Order(StringComparer.Ordinal), Kinds.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("li-team", true)]
    [InlineData("li-system-x", true)]
    [InlineData("li-system-text", true)]
    [InlineData("li-push-messages", true)]
    [InlineData("li-manual-document-status", true)]
    [InlineData("li-moderated-collab", true)]
    [InlineData("li-kordiam-schedule", true)]
    [InlineData("li-bundled-documents", true)]
    [InlineData("li-buy-in", true)]
    [InlineData("li-exposure-boost", true)]
    [InlineData("li-estimated-time-of-completion", true)]
    [InlineData("li-document-soft-lock", true)]
    [InlineData("li-distribution-print", true)]
    [InlineData("li-text", false)]
    [InlineData("li-teams", false)]
    public void System_metadata_is_known_by_name(string name, bool isSystem) => Assert.Equal(isSystem, MetadataPlugins.Of(name).IsSystem);
}
