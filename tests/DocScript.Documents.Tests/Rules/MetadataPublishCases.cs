using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests;

/// <summary>The cases of rules that metadata of a publication keeps: each with a configuration, a value that breaks it and one beside it.</summary>
public static class MetadataPublishCases
{
    private const string Options = "'dataProvider': {'items': [{'label': 'A', 'value': 'a'}, {'label': 'B', 'value': 'b', 'isDefault': true}]}";

    public static IEnumerable<RuleCase> All =>
    [
        Case(RuleSet.MetadataRequired, "is required", "li-text", "'required': true", null, "'x'"),
        Case(RuleSet.MetadataRequired, "is required", "li-text", "'required': true", "''", "' '"),
        Case(RuleSet.MetadataRequired, "is required: say it in a sentence", "li-text", "'required': true, 'requiredErrorMessage': 'say it in a sentence'", null, "'x'"),
        Case(RuleSet.MetadataRequired, "is required", "li-text", "'required': true, 'requiredErrorMessage': {'en': 'x'}", null, "'x'"),
        Case(RuleSet.MetadataRequired, "is required", "li-boolean", "'required': true", null, "false"),
        Case(RuleSet.MetadataRequired, "is required", "li-string-list", "'required': true", "[]", "['a']"),
        Case(RuleSet.MetadataRequired, "is required", "li-document-references", "'required': true", "{'$ref': 'documents', 'references': []}", "{'$ref': 'documents', 'references': [{'id': 7}]}"),
        Case(RuleSet.MetadataRequired, "is required", "customers-own", "'required': true", null, "0"),
        Case(RuleSet.MetadataLength, "has 3 characters and needs at least 4", "li-text", "'minLength': 4", "'abc'", "'abcd'"),
        Case(RuleSet.MetadataLength, "has 1 character and needs at least 2", "li-text", "'minLength': 2", "'a'", "''"),
        Case(RuleSet.MetadataLength, "has 3 characters and may have at most 2", "li-text", "'maxLength': 2", "'abc'", "'ab'"),
        Case(RuleSet.MetadataLength, "has 3 characters and may have at most 2", "li-system-text", "'maxLength': 2", "'abc'", "'ab'"),
        Case(RuleSet.MetadataOneLine, "has line ends and must be one line", "li-text", "'allowNewlines': false", "'a\\nb'", "'a b'"),
        Case(RuleSet.MetadataOneLine, "has line ends and must be one line", "li-text", "'allowNewlines': false", "'a\\r'", "'a'"),
        Case(RuleSet.MetadataOption, "is \"c\", which is not one of its options", "li-enum", Options, "'c'", "'b'"),
        Case(RuleSet.MetadataOption, "is \"c\", which is not one of its options", "li-text", Options, "'c'", "'a'"),
        Case(RuleSet.MetadataOption, "is \"c\", which is not one of its options", "li-system-enum", Options, "'c'", "'a'"),
        Case(RuleSet.MetadataOption, "has \"c\", which is not one of its options", "li-string-list", Options, "['a', 'c']", "['a', 'b', 'a']"),
        Case(RuleSet.MetadataOption, "is 3, which is not one of its options", "li-integer", "'dataProvider': {'items': [{'value': 1}, {'value': 2}]}", "3", "2"),
        Case(RuleSet.MetadataOption, "is \"bore\", which is not one of its options", "li-user-needs", "'index': true", "'bore'", "'divert'"),
        Case(RuleSet.MetadataOption, "is \"a\", which is not one of its options", "li-enum", "'dataProvider': {'items': []}", "'a'", null),
        Case(RuleSet.MetadataRange, "is 0 and must be at least 1", "li-integer", "'minValue': 1", "0", "1"),
        Case(RuleSet.MetadataRange, "is 11 and must be at most 10", "li-integer", "'maxValue': 10", "11", "10"),
        Case(RuleSet.MetadataRange, "is 0.4 and must be at least 0.5", "decimal", "'minValue': 0.5", "0.4", "0.50"),
        Case(RuleSet.MetadataItems, "has 3 items and may have at most 2", "li-numeric-list", "'maxItems': 2", "[1, 2, 3]", "[1, 2]"),
        Case(RuleSet.MetadataItems, "has 1 reference and needs at least 2", "li-document-references", "'min': 2", "{'$ref': 'documents', 'references': [{'id': 7}]}", null),
        Case(RuleSet.MetadataItems, "has 2 references and may have at most 1", "li-reference-list", "'max': 1", "{'$ref': 'documents', 'references': [{'id': 7}, {'id': 7}]}", "{'$ref': 'documents', 'references': [{'id': 7}]}"),
        Case(RuleSet.MetadataPattern, "is \"A\" and does not match ^[a-z]+$", "li-unique-id", "'uniquenessScope': 's', 'regex': '^[a-z]+$'", "'A'", "'abc'"),
        Case(RuleSet.MetadataPattern, "is \"a\\n\" and does not match ^[a-z]+$", "li-unique-id", "'uniquenessScope': 's', 'regex': '^[a-z]+$'", "'a\\n'", "'a'"),
        Case(RuleSet.MetadataPattern, "is \"ab\" and does not match [$]|\\$", "li-unique-id", "'uniquenessScope': 's', 'regex': '[$]|\\\\$'", "'ab'", "'a$b'"),
        Case(RuleSet.MetadataTree, "has 2 levels and may have at most 1", "li-tree", "'maxDepth': 1", "[{'id': 'a', 'label': 'A', 'type': 'group', 'items': [{'id': 'b', 'label': 'B', 'type': 'link'}]}]", "[{'id': 'a', 'label': 'A', 'type': 'group', 'items': []}]"),
        Case(RuleSet.MetadataTree, "has an item of type 'group', which it does not take", "li-tree", "'allowedTypes': ['link']", "[{'id': 'a', 'label': 'A', 'type': 'link', 'items': [{'id': 'b', 'label': 'B', 'type': 'group'}]}]", "[{'id': 'a', 'label': 'A', 'type': 'link'}]"),
        Case(RuleSet.MetadataTree, "has an item of type 'multilang', which it does not take", "li-tree", "'allowedTypes': ['link']", "[{'id': 'a', 'type': 'multilang'}]", "[]"),
        Case(RuleSet.MetadataTree, "has an item of type 'group', which it does not take", "li-tree", "'allowedTypes': ['link'], 'multilang': true", "[{'id': 'a', 'label': 'A', 'type': 'group'}]", "[{'id': 'a', 'type': 'multilang'}]"),
        Case(RuleSet.MetadataUnique, "is \"taken\", which document 7 has published (unique among 's')", "li-unique-id", "'uniquenessScope': 's'", "'taken'", "'draft'"),
        Case(RuleSet.MetadataUnique, "is \"taken elsewhere\", which document 7 has published (unique among 's')", "li-unique-id", "'uniquenessScope': 's'", "'taken elsewhere'", "'mine'"),
        Case(RuleSet.MetadataUnique, "is \"own\", which 'same' is too (unique among 's')", "li-unique-id", "'uniquenessScope': 's'", "'own'", "'taken apart'"),
        Case(RuleSet.ReferenceExists, "refers to document 9, which does not exist", "li-document-reference", "'index': true", Reference("9"), Reference("7")),
        Case(RuleSet.ReferenceExists, "refers to document 'x', which does not exist", "li-reference", "'index': true", Reference("'x'"), Reference("'7'")),
        Case(RuleSet.ReferenceExists, "refers to document '99999999999999999999', which does not exist", "li-reference", "'index': true", Reference("'99999999999999999999'"), null),
        Case(RuleSet.ReferenceExists, "refers to document 9, which does not exist", "li-bundled-documents", "'index': true", "{'$ref': 'documents', 'references': [{'id': 7}, {'id': 9}]}", "{'$ref': 'documents', 'references': [{'id': 7}, {'id': 8}]}"),
        Case(RuleSet.ReferenceFits, "refers to document 7 of content type 'other'", "li-document-reference", "'contentType': 'a'", Reference("7"), Reference("8")),
        Case(RuleSet.ReferenceFits, "refers to document 8 of content type 'a'", "li-document-references", "'contentType': ['other', 'third']", "{'$ref': 'documents', 'references': [{'id': 8}]}", "{'$ref': 'documents', 'references': [{'id': 7}]}"),
        Case(RuleSet.ReferenceFits, "refers to document 7 of document type 'page'", "li-document-reference", "'documentType': 'article'", Reference("7"), Reference("8")),
        Case(RuleSet.ReferencePublished, "refers to document 8, which is not published", "li-document-reference", "'published': true", Reference("8"), Reference("7")),
    ];

    /// <summary>The case with its configuration under <c>config</c>; beside the kind it says the same.</summary>
    private static RuleCase Case(Rule rule, string what, string kind, string configuration, string? bad, string? good) => new(
        rule,
        $"metadata property 'p' {what}",
        () => Both(kind, configuration, bad),
        () => Both(kind, configuration, good));

    private static Violation? Both(string kind, string configuration, string? value)
    {
        var under = Judge($"'type': '{kind}', 'config': {{{configuration}}}", value);
        var beside = Judge($"'type': '{kind}', {configuration}", value);
        Assert.Equal(under?.Message, beside?.Message);
        return under;
    }

    private static Violation? Judge(string property, string? value)
    {
        var design = DesignJson.Parse($$"""
            {'components': [], 'contentTypes': [
              {'handle': 'a', 'metadata': [{'handle': 'p', {{property}} }, {'handle': 'same', 'type': 'li-unique-id', 'config': {'uniquenessScope': 's'} }]},
              {'handle': 'other', 'documentType': 'page', 'metadata': [
                {'handle': 'p', 'type': 'li-unique-id', 'config': {'uniquenessScope': 's'} },
                {'handle': 'q', 'type': 'li-unique-id', 'config': {'uniquenessScope': 's'} },
                {'handle': 'apart', 'type': 'li-unique-id', 'config': {'uniquenessScope': 'apart'} }]} ]}
            """.Quoted());
        var metadata = ObjectValue.Empty.With("same", new TextValue("own"));
        if (value is not null) metadata = metadata.With("p", ValueJson.Parse(value.Quoted()));
        var others = new Others(
            Document(7, "other", 1, ObjectValue.Of([new("p", new TextValue("taken")), new("q", new TextValue("taken elsewhere")), new("apart", new TextValue("taken apart"))])),
            Document(8, "a", null, ObjectValue.Empty.With("same", new TextValue("draft"))));
        var document = Document(1, "a", null, metadata);
        Assert.Empty(Rules.Import(design, document));
        return Rules.Publishable(design, document, others).FirstOrDefault();
    }

    private static string Reference(string id) => $"{{'$ref': 'document', 'reference': {{'id': {id}}}}}";

    private static Document Document(long id, string type, long? publication, ObjectValue metadata) =>
        new(new Header { Id = id, Key = $"k{id}", ContentType = type, Publication = publication }, "", metadata, ComponentTree.Empty);

    private sealed class Others(params Document[] documents) : IDocumentLookup
    {
        public Document? Find(long id) => documents.FirstOrDefault(document => document.Id == id);

        public IEnumerable<Document> FindPublished(string property, Value value) =>
            documents.Where(document => document.Header.Publication is not null && document.Metadata.Find(property) == value);
    }
}
