using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Designs;

public sealed class ContentTypeInferenceTests
{
    private static readonly Design Bare = DesignJson.Parse("{'components': [{'name': 'p', 'html': '<p doc-editable=text>'}, {'name': 'q', 'html': '<q doc-editable=text>'}]}".Quoted());

    private static Document With(string type, string metadata, params string[] components) => new(
        new Header { Id = 1, Key = "1", ContentType = type },
        "",
        (ObjectValue)ValueJson.Parse(metadata.Quoted()),
        ComponentTree.Of(components.Select((name, index) => Documents.Rules.NewComponent(Bare, $"c{index}", name, ObjectValue.Empty))));

    [Theory]
    [InlineData("li-text", "'a'", "''")]
    [InlineData("li-datetime", "'2018-01-26T03:00:00.000Z'", "'2018-01-27'")]
    [InlineData("li-date", "'2018-01-26'", "'2018-01-27'")]
    [InlineData("li-text", "'2018-01-26'", "'unknown'")]
    [InlineData("li-integer", "1", "-2")]
    [InlineData("decimal", "1", "1.5")]
    [InlineData("li-boolean", "true", "false")]
    [InlineData("li-string-list", "['a']", "[]")]
    [InlineData("li-numeric-list", "[1]", "[]")]
    [InlineData("li-document-reference", "{'$ref': 'document', 'reference': {'id': '1'}}", "{'$ref': 'document', 'reference': {'id': '2'}}")]
    [InlineData("li-document-references", "{'$ref': 'documents', 'references': []}", "{'$ref': 'documents', 'references': [{'id': '2'}]}")]
    [InlineData("li-video-reference", "{'$ref': 'video', 'reference': {'id': '1'}}", "{'$ref': 'video', 'reference': {'id': '1'}}")]
    [InlineData("li-image", "{'url': 'a', 'width': 1}", "{'originalUrl': 'b'}")]
    [InlineData("any", "{'x': 1}", "{'y': 2}")]
    [InlineData("any", "'a'", "1")]
    [InlineData("any", "[]", "[]")]
    [InlineData("any", "{}", "{}")]
    public void The_kind_is_the_narrowest_that_takes_every_value(string kind, string first, string second)
    {
        var (design, _) = ContentTypeInference.Infer(Bare, [With("a", $"{{'x': {first}}}"), With("a", $"{{'x': {second}}}"), With("a", "{}")]);
        Assert.Equal(kind, design.ContentTypes["a"].Metadata["x"].Plugin.Name);
    }

    [Fact]
    public void One_content_type_for_each_of_the_documents_and_a_line_for_all_that_was_inferred()
    {
        var documents = new[] { With("b", "{'t': 'x'}", "p") with { Extra = ObjectValue.Empty.With("systemdata", ObjectValue.Empty.With("documentType", new TextValue("data-record"))) }, With("a", "{'dependencies': {}}"), With("a", "{}") };
        var (design, lines) = ContentTypeInference.Infer(Bare, documents);
        Assert.Equal(["a", "b"], design.ContentTypes.Keys);
        Assert.Equal(
            [
                "content type 'a' (article), from 2 documents: all components",
                "content type 'a': metadata 'dependencies' is li-dependencies, from 1 value",
                "content type 'b' (data-record), from 1 document: all components",
                "content type 'b': metadata 't' is li-text, from 1 value",
            ],
            lines);
    }

    [Fact]
    public void The_metadata_and_layouts_of_an_older_design_are_asked_too()
    {
        var old = DesignJson.Parse("""
            {'components': [{'name': 'p'}, {'name': 'q'}, {'name': 'r'}, {'name': 's'}],
             'metadata': [{'identifier': 'title', 'type': 'text'}, {'identifier': 'clash', 'type': 'image'}],
             'layouts': [{'name': 'a', 'groups': [{'components': ['p', 'ghost']}], 'defaultContent': [{'identifier': 'd.q', 'containers': {'x': [{'component': 's'}]}}]}, {'name': 'page', 'groups': []}]}
            """.Quoted());
        var (design, lines) = ContentTypeInference.Infer(old, [With("a", "{'clash': 'text'}", "p")]);
        Assert.Equal(["p", "q", "s"], design.ContentTypes["a"].Components);
        Assert.Equal("page", design.ContentTypes["page"].DocumentType);
        Assert.Equal(["title", "clash"], design.ContentTypes["a"].Metadata.Keys);
        Assert.Equal(["li-text", "li-text"], design.ContentTypes["a"].Metadata.Values.Select(property => property.Plugin.Name));
        Assert.Contains("content type 'a': metadata 'title' is li-text, as the design says", lines);
        Assert.Contains("content type 'page' (page), from the layout of that name: 0 components", lines);
    }

    [Fact]
    public void Content_types_that_are_there_stay_as_they_are()
    {
        var (design, lines) = ContentTypeInference.Infer(Design.BuiltIn, [With("article", "{'new': 1}"), With("other", "{}")]);
        Assert.Equal(Design.BuiltIn.ContentTypes["article"], design.ContentTypes["article"]);
        Assert.Equal(["content type 'other' (article), from 1 document: all components"], lines);
    }

    [Fact]
    public void Every_document_that_a_type_was_inferred_from_has_the_right_metadata()
    {
        Document[] documents = [With("a", "{'x': 1, 'y': 'a', 'z': {'url': 'u'}}", "p", "q"), With("a", "{'x': 'b', 'y': '2018-01-01'}")];
        var (design, _) = ContentTypeInference.Infer(Bare, documents);
        Assert.All(documents, document => Assert.Empty(Documents.Rules.Import(design, document)));
    }
}
