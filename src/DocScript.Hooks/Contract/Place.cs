using DocScript.Documents.Components;

namespace DocScript.Hooks.Contract;

/// <summary>Where a component goes.</summary>
public sealed class Place
{
    internal Place(long? document, ComponentPlace place) => (Document, Where) = (document, place);

    /// <summary>First in the document.</summary>
    public static Place AtStart { get; } = new(null, new AtRoot(First: true));

    /// <summary>Last in the document.</summary>
    public static Place AtEnd { get; } = new(null, new AtRoot(First: false));

    internal long? Document { get; }

    internal ComponentPlace Where { get; }

    /// <summary>After a component.</summary>
    public static Place After(Component sibling) => new(sibling.Document.Id, new BesideSibling(sibling.Id, null, null, null));

    /// <summary>Before a component.</summary>
    public static Place Before(Component sibling) => new(sibling.Document.Id, new BesideSibling(null, sibling.Id, null, null));

    /// <summary>First in a container of a component; without a name its only one.</summary>
    public static Place FirstIn(Component parent, string? container = null) => new(parent.Document.Id, new InContainer(parent.Id, container, First: true));

    /// <summary>Last in a container of a component; without a name its only one.</summary>
    public static Place LastIn(Component parent, string? container = null) => new(parent.Document.Id, new InContainer(parent.Id, container, First: false));
}
