using DocScript.Documents.Values;

namespace DocScript.Documents.Components;

/// <summary>
/// One component where it stands in a tree. Containers are doubly linked lists through <see cref="Previous"/> and <see cref="Next"/>,
/// so that an edit of a document with 100,000 components touches its neighbours only.
/// </summary>
public sealed record Component
{
    /// <summary>Unique in the document, such as <c>doc-1a2b3c</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of its definition in the design, such as <c>paragraph</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The parent's id, or null at the document's root.</summary>
    public string? Parent { get; init; }

    /// <summary>The container of the parent it stands in, or null at the document's root.</summary>
    public string? Container { get; init; }

    /// <summary>The sibling before it.</summary>
    public string? Previous { get; init; }

    /// <summary>The sibling after it.</summary>
    public string? Next { get; init; }

    /// <summary>Whether its position is fixed (contracts/livingdocs.md 2.5): it can't be moved or removed.</summary>
    public bool Fixed { get; init; }

    /// <summary>Directive values by name: text for editables, boolean for toggles, else objects; unset ones are missing.</summary>
    public ObjectValue Content { get; init; } = ObjectValue.Empty;

    /// <summary>Component styles by name.</summary>
    public ObjectValue Styles { get; init; } = ObjectValue.Empty;

    /// <summary>Conditions by name.</summary>
    public ObjectValue Conditions { get; init; } = ObjectValue.Empty;

    /// <summary>Component data and whatever else an import brought; kept and exported as it came.</summary>
    public ObjectValue Data { get; init; } = ObjectValue.Empty;

    /// <summary>Its containers by name, every declared one present, in the order of the design.</summary>
    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>The container with a name, or null.</summary>
    public Container? FindContainer(string name)
    {
        foreach (var container in Containers)
        {
            if (string.Equals(container.Name, name, StringComparison.Ordinal)) return container;
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(Component? other) => ReferenceEquals(this, other) || (other is not null
        && Id == other.Id && Type == other.Type && Fixed == other.Fixed
        && Parent == other.Parent && Container == other.Container && Previous == other.Previous && Next == other.Next
        && Content == other.Content && Styles == other.Styles && Conditions == other.Conditions && Data == other.Data
        && Containers.SequenceEqual(other.Containers));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Type, Content);
}

/// <summary>The ends of a container's list; both null when it is empty.</summary>
public sealed record Container(string Name, string? First, string? Last, int Count);

/// <summary>Where a component stands: in a container of a parent, or at the root (both null), between two siblings; null at an end.</summary>
public sealed record Location(string? Parent, string? Container, string? Previous, string? Next);
