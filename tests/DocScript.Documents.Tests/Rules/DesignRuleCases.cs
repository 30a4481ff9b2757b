using DocScript.Documents.Json;

namespace DocScript.Documents.Tests;

/// <summary>Designs that name what they have not, each beside one that has it.</summary>
internal static class DesignRuleCases
{
    public static IEnumerable<RuleCase> All { get; } =
    [
        Case(RuleSet.DesignNamesComponents, "component 'p' allows the parent 'q', and the design has no such component", "'components': [{'name': 'p', 'html': '<p></p>', 'allowedParents': ['q']}]", "'components': [{'name': 'p', 'html': '<p></p>', 'allowedParents': ['root', 'p']}]"),
        Case(RuleSet.DesignNamesStyles, "component 'p' offers the style 'wide', and the design has no such component property", "'components': [{'name': 'p', 'html': '<p></p>', 'properties': ['wide']}], 'componentProperties': [{'name': 'tall', 'type': 'option', 'value': 'is-tall'}]", "'components': [{'name': 'p', 'html': '<p></p>', 'properties': ['wide']}], 'componentProperties': [{'name': 'wide', 'type': 'option', 'value': 'is-wide'}]"),
        Case(RuleSet.DesignNamesContentTypes, "metadata property 'r' of content type 'a' refers to content type 'b', which the design does not have", Type("'metadata': [{'handle': 'r', 'type': 'li-document-reference', 'config': {'contentType': 'b'}}]"), Type("'metadata': [{'handle': 'r', 'type': 'li-document-reference', 'config': {'contentType': 'a'}}]")),
        Case(RuleSet.DesignNamesContentTypes, "metadata property 'r' of content type 'a' refers to content type 'b', which the design does not have", Type("'metadata': [{'handle': 'r', 'type': 'li-reference', 'contentType': ['a', 'b']}]"), Type("'metadata': [{'handle': 'r', 'type': 'li-reference', 'config': {'contentType': 'a'}, 'contentType': 'b'}]")),
        Case(RuleSet.DesignNamesMetadata, "metadata group 'g' of content type 'a' names 's', which it does not have", Type("'metadata': [{'handle': 't', 'type': 'li-text'}], 'metadataGroups': [{'name': 'g', 'properties': ['s']}]"), Type("'metadata': [{'handle': 't', 'type': 'li-text'}], 'metadataGroups': [{'name': 'g', 'properties': ['t']}]")),
        Case(RuleSet.DesignDirectiveDeclared, "component 'p' configures directive 'x', which its template does not declare", "'components': [{'name': 'p', 'html': '<p doc-editable=\\'t\\'></p>', 'directives': [{'name': 'x', 'plainText': true}]}]", "'components': [{'name': 'p', 'html': '<p doc-editable=\\'t\\'></p>', 'directives': [{'name': 't', 'plainText': true}]}]"),
        Case(RuleSet.DesignMetadataKind, "metadata property 't' of content type 'a' is of the unknown kind 'li-txt', which takes any value", Type("'metadata': [{'handle': 't', 'type': 'li-txt'}]"), Type("'metadata': [{'handle': 't', 'type': 'li-text'}]")),
    ];

    private static RuleCase Case(Rule rule, string message, string bad, string good) => new(rule, message, () => Judge(bad), () => Judge(good));

    private static string Type(string fields) => $"'components': [], 'contentTypes': [{{'handle': 'a', {fields}}}]";

    private static Violation? Judge(string json) =>
        Rules.JudgeDesign(DesignJson.Parse($"{{{json}}}".Replace("\\'", "\u0001", StringComparison.Ordinal).Replace('\'', '"').Replace('\u0001', '\''))).FirstOrDefault()?.Violation;
}
