using System.Collections.Frozen;

namespace DocScript.Documents.Designs;

/// <summary>A right value for each of the forms that metadata is stored in (<see cref="MetadataPlugin.Stored"/>), as the language writes it: what a message shows to who gave a wrong one.</summary>
internal static class MetadataExamples
{
    private static readonly FrozenDictionary<string, string> ByForm = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["text"] = "\"some words\"",
        ["an integer"] = "5",
        ["a number"] = "1.5",
        ["a boolean"] = "true or false",
        ["a date (ISO 8601)"] = "\"2026-05-01\" or \"2026-05-01T08:00:00Z\"",
        ["a list of texts"] = "[\"one\", \"two\"]",
        ["a list of integers"] = "[1, 2]",
        ["a color such as \"#1fc47a\""] = "\"#1fc47a\"",
        ["an object {id, path}"] = "{id: \"5\", path: \"/news\"}",
        ["an object {path}"] = "{path: \"/news\"}",
        ["an object {$ref: 'document', reference: {id}}"] = "{$ref: \"document\", reference: {id: \"42\"}}",
        ["an object {$ref: 'documents', references: [{id}]}"] = "{$ref: \"documents\", references: [{id: \"42\"}]}",
        ["an image object {url, width, height, …}"] = "{url: \"https://example.com/a.jpg\", width: 1200, height: 800}",
        ["an object {$ref: 'video', reference: {id}}"] = "{$ref: \"video\", reference: {id: \"42\"}}",
        ["an object {locale, label, groupId}"] = "{locale: \"de\", label: \"German\"}",
        ["an object {locale, label}"] = "{locale: \"de\", label: \"German\"}",
        ["an object {from, to} of dates"] = "{from: \"2026-05-01\", to: \"2026-06-01\"}",
        ["an object {date, precision}"] = "{date: \"2026-05-01\", precision: \"date\"}",
        ["a list of items {id, label, type, …}"] = "[{id: \"1\", label: \"News\", type: \"group\"}]",
        ["an object {state, deadline, …}"] = "{state: \"requested\", deadline: \"2026-05-01T08:00:00Z\"}",
        ["an object {characters, unit, isChecked}"] = "{characters: 2000, unit: \"characters\", isChecked: true}",
        ["an object {js, css} of lists"] = "{js: [{src: \"https://example.com/a.js\"}]}",
        ["an object {owner, activeUsers, inactiveUsers}"] = "{owner: 1, activeUsers: [2]}",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A right value, or two with 'or' between; null where any is right.</summary>
    public static string? Of(MetadataPlugin plugin) => ByForm.GetValueOrDefault(plugin.Stored);
}
