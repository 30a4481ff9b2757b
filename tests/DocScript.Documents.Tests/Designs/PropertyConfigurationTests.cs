using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Designs;

/// <summary>The configuration of metadata properties, read with the design; what is wrong names the place.</summary>
public sealed class PropertyConfigurationTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "'type': 'li-text', 'config': {'minLength': -1}", "'minLength' must be a whole number from 0, not -1" },
        { "'type': 'li-text', 'config': {'maxLength': '9'}", "'maxLength' must be a whole number from 0, not \"9\"" },
        { "'type': 'li-text', 'config': {'minLength': 5, 'maxLength': 3}", "'minLength' is 5, which is more than 'maxLength', 3" },
        { "'type': 'li-text', 'minLength': 5, 'maxLength': 3", "'minLength' is 5, which is more than 'maxLength', 3" },
        { "'type': 'li-text', 'minLength': 5, 'config': {'maxLength': 3}", "'minLength' is 5, which is more than 'maxLength', 3" },
        { "'type': 'li-text', 'config': {'required': 'yes'}", "'required' must be true or false, not \"yes\"" },
        { "'type': 'li-text', 'config': {'allowNewlines': 0}", "'allowNewlines' must be true or false, not 0" },
        { "'type': 'li-text', 'config': []", "'config' must be an object, not []" },
        { "'type': 'li-text', 'config': {'dataProvider': 'x'}", "'dataProvider' must be an object, not \"x\"" },
        { "'type': 'li-enum', 'config': {'dataProvider': {'items': 'x'}}", "'dataProvider.items' must be a list, not \"x\"" },
        { "'type': 'li-enum', 'config': {'dataProvider': {'items': [{'value': 'a'}, 'b']}}", "'dataProvider.items[1]' must be an object {label, value}, not \"b\"" },
        { "'type': 'li-enum', 'config': {'dataProvider': {'items': [{'value': 1}]}}", "'dataProvider.items[0].value' must be text, not 1" },
        { "'type': 'li-enum', 'config': {'dataProvider': {'items': [{'label': 'A'}]}}", "'dataProvider.items[0].value' must be text, not null" },
        { "'type': 'li-enum', 'config': {'dataProvider': {'items': [{'value': 'a', 'isDefault': 1}]}}", "'dataProvider.items[0].isDefault' must be true or false, not 1" },
        { "'type': 'li-integer', 'config': {'dataProvider': {'items': [{'value': 'a'}]}}", "'dataProvider.items[0].value' must be an integer, not \"a\"" },
        { "'type': 'li-integer', 'config': {'minValue': 'a'}", "'minValue' must be a number, not \"a\"" },
        { "'type': 'li-integer', 'config': {'minValue': 1, 'maxValue': -1}", "'minValue' is 1, which is more than 'maxValue', -1" },
        { "'type': 'li-numeric-list', 'config': {'maxItems': 1.5}", "'maxItems' must be a whole number from 0, not 1.5" },
        { "'type': 'li-document-references', 'config': {'min': 3, 'max': 2}", "'min' is 3, which is more than 'max', 2" },
        { "'type': 'li-document-reference', 'config': {'documentType': 'book'}", "'documentType' must be article, page or data-record, not 'book'" },
        { "'type': 'li-document-reference', 'config': {'contentType': [1]}", "'contentType' must be a text or a list of texts, not [1]" },
        { "'type': 'li-document-reference', 'config': {'published': 'yes'}", "'published' must be true or false, not \"yes\"" },
        { "'type': 'li-tree', 'config': {'maxDepth': 'deep'}", "'maxDepth' must be a whole number from 0, not \"deep\"" },
        { "'type': 'li-tree', 'config': {'allowedTypes': ['leaf']}", "'allowedTypes' has 'leaf'; there are group, link, document, multilang" },
        { "'type': 'li-unique-id'", "'uniquenessScope' is missing: name what the values of li-unique-id are unique among, such as 'menu'" },
        { "'type': 'li-unique-id', 'config': {'uniquenessScope': ''}", "'uniquenessScope' must be text, not \"\"" },
        { "'type': 'li-unique-id', 'config': {'uniquenessScope': 'menu', 'regex': 5}", "'regex' must be text, not 5" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_names_the_place(string property, string message) =>
        Assert.Equal("contentTypes 'a': metadata 'p': " + message, Assert.ThrowsAny<FormatException>(() => Read(property)).Message);

    [Theory]
    [InlineData("[", "is no pattern: ")]
    [InlineData("a(?=b)", "can't be matched without backtracking: ")]
    [InlineData("(a)\\\\1", "can't be matched without backtracking: ")]
    [InlineData("a{1000}{1000}{1000}", "is no pattern: ")]
    public void A_pattern_that_can_not_be_matched_in_one_pass_is_an_error(string regex, string message)
    {
        var wrong = Assert.ThrowsAny<FormatException>(() => Read($"'type': 'li-unique-id', 'config': {{'uniquenessScope': 's', 'regex': '{regex}'}}"));
        Assert.StartsWith("contentTypes 'a': metadata 'p': 'regex' " + message, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'type': 'li-text', 'minLength': 2, 'maxLength': 2")]
    [InlineData("'type': 'li-text', 'config': {'minLength': 0, 'maxLength': null, 'dataProvider': {'dataSource': 'remote'}, 'hideFromForm': true}, 'ui': {'label': 'P'}")]
    [InlineData("'type': 'li-text', 'config': {'requiredErrorMessage': {'en': 'x'}}")]
    [InlineData("'type': 'li-integer', 'config': {'minLength': 'no concern of this kind'}")]
    [InlineData("'type': 'li-enum', 'config': {'dataProvider': {'type': 'labelValuePair', 'items': []}}")]
    [InlineData("'type': 'li-string-list'")]
    [InlineData("'type': 'li-unique-id', 'config': {'uniquenessScope': 'menu', 'regex': '^[a-z0-9\\\\-]+$'}")]
    [InlineData("'type': 'li-document-reference', 'config': {'contentType': 'a', 'documentType': 'data-record'}")]
    [InlineData("'type': 'customers-own', 'config': {'required': true, 'regex': '['}")]
    public void What_is_right_is_read_and_comes_back(string property)
    {
        var design = Read(property);
        Assert.Equal(design, DesignJson.Parse(JsonText.Of(writer => DesignJson.Write(writer, design))) with { Source = design.Source });
    }

    [Theory]
    [InlineData("'displayTitlePattern': 5", "'displayTitlePattern' must be text, not 5")]
    [InlineData("'displayTitlePattern': '{{metadata.p'", "'displayTitlePattern' has '{{' without '}}'")]
    [InlineData("'displayTitlePattern': '{{title}}'", "'displayTitlePattern' has '{{title}}'; write '{{metadata.title}}'")]
    [InlineData("'displayTitlePattern': '{{metadata.x}}'", "'displayTitlePattern' names 'x', which is no li-text or li-unique-id property of the content type")]
    [InlineData("'displayTitlePattern': '{{metadata.n}}'", "'displayTitlePattern' names 'n', which is no li-text or li-unique-id property of the content type")]
    [InlineData("'defaultMetadata': []", "'defaultMetadata' must be an object, not []")]
    [InlineData("'defaultMetadata': {'x': 1}", "'defaultMetadata' names 'x', which is no metadata property of the content type")]
    [InlineData("'defaultMetadata': {'n': 'x'}", "'defaultMetadata.n' must be an integer, not \"x\"")]
    public void What_is_wrong_with_a_content_type_names_it(string fields, string message) =>
        Assert.Equal("contentTypes 'a': " + message, Assert.ThrowsAny<FormatException>(() => Read("'type': 'li-text'", fields)).Message);

    [Fact]
    public void Unique_values_are_always_indexed() => Assert.True(Read("'type': 'li-unique-id', 'config': {'uniquenessScope': 's'}").ContentTypes["a"].Metadata["p"].Indexed);

    [Theory]
    [InlineData("{{metadata.p}} - {{ metadata.q }}!", "x - y!")]
    [InlineData("{{metadata.q}}", "y")]
    [InlineData("{{metadata.unset}}", "")]
    [InlineData("no field }} at all", "no field }} at all")]
    public void A_title_is_made_of_metadata(string pattern, string title)
    {
        var design = Read("'type': 'li-text'", $"'displayTitlePattern': '{pattern}'");
        var document = TestDesign.Document with
        {
            Header = TestDesign.Document.Header with { ContentType = "a" },
            Metadata = ObjectValue.Empty.With("p", new TextValue("x")).With("q", new TextValue("y")),
        };
        Assert.Equal(title, DisplayTitle.Of(design, document));
        Assert.Equal("Title", DisplayTitle.Of(TestDesign.Design, document));
    }

    private static Design Read(string property, string fields = "'documentType': 'article'") => DesignJson.Parse($$"""
        {'components': [], 'contentTypes': [{'handle': 'a', {{fields}},
         'metadata': [{'handle': 'p', {{property}}}, {'handle': 'q', 'type': 'li-text'}, {'handle': 'unset', 'type': 'li-text'}, {'handle': 'n', 'type': 'li-integer'}]}]}
        """.Quoted());
}
