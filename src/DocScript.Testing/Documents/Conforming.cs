using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Testing.Documents;

/// <summary>What of a document keeps the rules that an import asks. Generators don't know all that a design of users can configure.</summary>
internal static class Conforming
{
    /// <summary>The document without what breaks a rule.</summary>
    public static Document Part(Design design, Document document)
    {
        while (Rules.Import(design, document) is [var violation, ..]) document = Without(document, violation);
        return document;
    }

    private static Document Without(Document document, Violation violation)
    {
        if (violation.Component is { } id) return document with { Components = ComponentTree.Of(Without(document.Components.ToSubtrees(), id, violation)) };
        var rest = ObjectValue.Of(document.Metadata.Entries.Where(entry => entry.Key != violation.Property));
        return rest.Count < document.Metadata.Count ? document with { Metadata = rest } : document with { Title = "", Metadata = ObjectValue.Empty };
    }

    // The value that is wrong; the whole component where it is none of its values.
    private static IEnumerable<Subtree> Without(IEnumerable<Subtree> siblings, string id, Violation violation)
    {
        foreach (var subtree in siblings)
        {
            if (subtree.Id == id)
            {
                var less = subtree with { Content = Rest(subtree.Content), Styles = Rest(subtree.Styles), Conditions = Rest(subtree.Conditions) };
                if (less != subtree) yield return less;
                continue;
            }

            yield return subtree with { Containers = [.. subtree.Containers.Select(container => container with { Children = [.. Without(container.Children, id, violation)] })] };
        }

        ObjectValue Rest(ObjectValue values) => values.Find(violation.Property ?? "") is null ? values : ObjectValue.Of(values.Entries.Where(entry => entry.Key != violation.Property));
    }
}
