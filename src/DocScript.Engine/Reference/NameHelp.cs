using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Reference;

/// <summary>The names that scripts can read without declaring them (language.md section 3), each with what it is. One that nothing is said of here has an empty summary, which a test reports.</summary>
public static class NameHelp
{
    private static readonly Dictionary<string, LanguageHelp> OfDocuments = Table(
        ("id", "The document's id, an integer.", "print id"),
        ("key", "Its key, a text; its id where 'create' gave none.", "print key"),
        ("type", "Its content type.", "print type"),
        ("title", "Its title.", "print title"),
        ("meta", "Its metadata; an unset property is null, an unknown one an error.", "print meta.section"),
        ("version", "How many transactions changed it.", "print version"),
        ("published", "Whether it is public.", "print published"),
        ("unpublished", "Whether it is not.", "print unpublished"),
        ("unchanged", "Whether it is public and its content is as it was published.", "print unchanged"),
        ("checkedOut", "Whether somebody has it checked out.", "print checkedOut"),
        ("checkedOutBy", "Who has it checked out, or null.", "print checkedOutBy"),
        ("embargoed", "Whether it is under an embargo.", "print embargoed"),
        ("created", "When it was created, a date.", "print created"),
        ("updated", "When it was last changed, a date.", "print updated"),
        ("user", "Who runs the script; needs no document.", "print user"),
        ("inserted", "The component that 'insert' made last; needs no document.", "insert paragraph with {text: \"new\"}\nprint inserted.text"));

    private static readonly Dictionary<string, LanguageHelp> OfComponents = Table(
        ("id", "Its id, a text.", "print intro.id"),
        ("type", "Its component type.", "print intro.type"),
        ("parent", "The component it stands in, or null.", "print side.parent.id"),
        ("container", "The container of its parent that it stands in, or null.", "print side.container"),
        ("fixed", "Whether the design fixes its position.", "print intro.fixed"),
        ("styles", "Its styles, an object.", "print intro.styles"),
        ("conditions", "Its conditions, an object.", "print intro.conditions"),
        ("content", "What its directives hold, an object; for a directive that is named like a member.", "print intro.content"),
        ("containers", "Its containers, an object of lists; for a container that is named like a member.", "print count(pair.containers.left)"));

    /// <summary>The properties of a document, and what needs none.</summary>
    public static IReadOnlyList<LanguageHelp> Properties { get; } = [.. Evaluation.Properties.Names.Concat(Evaluation.Properties.WithoutDocument).Select(name => OfDocuments.GetValueOrDefault(name) ?? new(name, "", $"print {name}"))];

    /// <summary>The members of a component; any other is a directive or a container of it.</summary>
    public static IReadOnlyList<LanguageHelp> Members { get; } = [.. ComponentMembers.Own.Select(name => OfComponents.GetValueOrDefault(name) ?? new(name, "", $"print intro.{name}"))];

    private static Dictionary<string, LanguageHelp> Table(params ReadOnlySpan<(string Name, string Summary, string Example)> entries)
    {
        var table = new Dictionary<string, LanguageHelp>(StringComparer.Ordinal);
        foreach (var (name, summary, example) in entries) table.Add(name, new LanguageHelp(name, summary, example));
        return table;
    }
}
