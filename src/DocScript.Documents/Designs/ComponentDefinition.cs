using DocScript.Documents.Html;
using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>A kind of component: its directives and containers, read from its HTML template.</summary>
/// <param name="Name">Such as <c>paragraph</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Directives">By name, in the order of the template.</param>
/// <param name="Containers">By name, in the order of the template.</param>
/// <param name="AllowedParents">The components it may stand in, <c>root</c> for the document itself; null: all.</param>
/// <param name="Properties">The names of the component properties (styles) it offers.</param>
public sealed record ComponentDefinition(
    string Name,
    string Label,
    IReadOnlyDictionary<string, DirectiveDefinition> Directives,
    IReadOnlyDictionary<string, ContainerDefinition> Containers,
    IReadOnlyList<string>? AllowedParents,
    IReadOnlyList<string> Properties)
{
    /// <summary>The name by which <see cref="AllowedParents"/> calls the document itself.</summary>
    public const string Root = "root";

    /// <inheritdoc/>
    public bool Equals(ComponentDefinition? other) => other is not null && Name == other.Name && Label == other.Label
        && SameEntries.In(Directives, other.Directives) && SameEntries.In(Containers, other.Containers)
        && SameEntries.In(AllowedParents, other.AllowedParents) && SameEntries.In(Properties, other.Properties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Label, Directives.Count, Containers.Count);
}

/// <summary>The kinds of directives that hold content.</summary>
public enum DirectiveKind
{
    /// <summary>Text with markup.</summary>
    Editable,

    /// <summary>An image object.</summary>
    Image,

    /// <summary>A video object.</summary>
    Video,

    /// <summary>An include object.</summary>
    Include,

    /// <summary>An object <c>{html}</c>.</summary>
    Html,

    /// <summary>A link object.</summary>
    Link,

    /// <summary>Style values.</summary>
    Style,

    /// <summary>A boolean.</summary>
    Toggle,
}

/// <summary>A directive that holds content; <paramref name="Configuration"/> is its entry in the design.</summary>
public sealed record DirectiveDefinition(string Name, DirectiveKind Kind, ObjectValue Configuration)
{
    /// <summary>The markup that it takes where it is an editable; held, for it is asked of every text.</summary>
    internal AllowedMarkup Markup { get; } = AllowedMarkup.Of(Configuration);

    /// <inheritdoc/>
    public bool Equals(DirectiveDefinition? other) => other is not null && Name == other.Name && Kind == other.Kind && Configuration == other.Configuration;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Configuration);
}

/// <summary>A container; <paramref name="AllowedChildren"/> null means that every component may stand in it.</summary>
public sealed record ContainerDefinition(string Name, IReadOnlyList<string>? AllowedChildren)
{
    /// <summary>What else the design says of it, such as its default content.</summary>
    public ObjectValue Configuration { get; init; } = ObjectValue.Empty;

    /// <inheritdoc/>
    public bool Equals(ContainerDefinition? other) => other is not null && Name == other.Name
        && SameEntries.In(AllowedChildren, other.AllowedChildren) && Configuration == other.Configuration;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, AllowedChildren?.Count);
}
