using System.Globalization;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Engine.Scripts;

/// <summary>A document, or a part of one, as the commands that make it. What no command can do stands in a comment.</summary>
public static class DocumentScript
{
    /// <summary>The place at the end of the document.</summary>
    public const string AtEnd = "at end";

    /// <summary>The script that makes a document as it is, without its state of publication; ends with a line end.</summary>
    public static string Of(Document document)
    {
        var inserts = document.Components.ToSubtrees().SelectMany(subtree => Insert(subtree, AtEnd)).Select(line => $"    {line}\n").ToList();
        return inserts.Count == 0 ? Create(document) + "\n" : $"{Create(document)} {{\n{string.Concat(inserts)}}}\n";
    }

    /// <summary>The command that creates a document without its components.</summary>
    public static string Create(Document document)
    {
        var header = document.Header;
        var key = header.Key == header.Id.ToString(CultureInfo.InvariantCulture) ? "" : $" key {ValueLiteral.Quoted(header.Key)}";
        var metadata = document.Metadata.Entries.Count == 0 ? "" : " with " + ValueLiteral.Of(document.Metadata);
        return $"create {ScriptName.Of(header.ContentType)}{key} title {ValueLiteral.Quoted(document.Title)}{metadata}";
    }

    /// <summary>The commands that insert a component with all below it, a line each.</summary>
    public static IEnumerable<string> Insert(Subtree root, string place)
    {
        var stack = new Stack<(Subtree Subtree, string Place)>();
        stack.Push((root, place));
        while (stack.TryPop(out var at))
        {
            var subtree = at.Subtree;
            var content = subtree.Content.Entries.Count == 0 ? "" : " with " + ValueLiteral.Of(subtree.Content);
            yield return $"insert {ScriptName.Of(subtree.Type)} as {ScriptName.Of(subtree.Id)} {at.Place}{content}";
            if (subtree.Fixed) yield return "# … at a fixed position";
            foreach (var (property, value) in subtree.Styles.Entries) yield return Style(ScriptName.OfComponent(subtree.Id), property, value);
            foreach (var (name, value) in subtree.Conditions.Entries) yield return Condition(subtree.Id, name, value);
            if (subtree.Data.Entries.Count > 0) yield return $"# … with data {ValueLiteral.Of(subtree.Data)}";
            foreach (var container in subtree.Containers.Reverse())
                foreach (var child in container.Children.Reverse())
                    stack.Push((child, $"last in {ScriptName.OfComponent(subtree.Id)}.{ScriptName.Of(container.Name)}"));
        }
    }

    /// <summary>The command that sets a style.</summary>
    /// <param name="holder">The component, or its style directive, as it is written.</param>
    public static string Style(string holder, string property, Value? value) => $"set {holder} style {ScriptName.Of(property)} = {ValueLiteral.Of(value)}";

    /// <summary>The command that sets a condition.</summary>
    public static string Condition(string component, string name, Value? value) =>
        $"{(Rules.ConditionExists(name) is null ? "" : "# … no command does this: ")}set {ScriptName.OfComponent(component)} condition {ScriptName.Of(name)} = {ValueLiteral.Of(value)}";
}
