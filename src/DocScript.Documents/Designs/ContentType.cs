using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>A kind of document: which components its documents may hold (null: all) and which metadata they have.</summary>
/// <param name="Handle">Such as <c>article</c>.</param>
/// <param name="DocumentType"><c>article</c>, <c>page</c> or <c>data-record</c>.</param>
/// <param name="Components">The names of its components; null: all of the design.</param>
/// <param name="Metadata">Its properties by name, in the order of the design.</param>
public sealed record ContentType(
    string Handle,
    string DocumentType,
    IReadOnlyList<string>? Components,
    IReadOnlyDictionary<string, MetadataProperty> Metadata)
{
    /// <summary>
    /// The conditions that components may be given in its documents: lists of names by component, from entries of <c>components</c> that are <c>{name, conditions}</c>
    /// (contracts/livingdocs.md 2.5). A component that is not among them may be given any, so that designs without this configuration go on as they are.
    /// </summary>
    public ObjectValue Conditions { get; init; } = ObjectValue.Empty;

    /// <summary>What else is configured, such as <c>publishControl</c>; kept and exported as it came.</summary>
    public ObjectValue Configuration { get; init; } = ObjectValue.Empty;

    /// <summary>The metadata that a new document begins with where nothing else is given; part of <see cref="Configuration"/>.</summary>
    public ObjectValue DefaultMetadata => Configuration.Find("defaultMetadata") as ObjectValue ?? ObjectValue.Empty;

    /// <inheritdoc/>
    public bool Equals(ContentType? other) => other is not null && Handle == other.Handle && DocumentType == other.DocumentType
        && SameEntries.In(Components, other.Components) && Conditions == other.Conditions && SameEntries.In(Metadata, other.Metadata) && Configuration == other.Configuration;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Handle, DocumentType, Metadata.Count);
}

/// <summary>A typed metadata property; <paramref name="Plugin"/> is its kind of contracts/livingdocs.md 2.4, such as <c>li-text</c>.</summary>
/// <param name="Name">Its name, such as <c>teaserImage</c>.</param>
/// <param name="Plugin">Its kind.</param>
/// <param name="Indexed">Whether stores keep an index of its values.</param>
/// <param name="Configuration">What else is configured.</param>
/// <exception cref="FormatException">The configuration is wrong; the message names the setting.</exception>
public sealed record MetadataProperty(string Name, MetadataPlugin Plugin, bool Indexed, ObjectValue Configuration)
{
    /// <summary>What a publication asks of it.</summary>
    internal PublishDemands Demands { get; } = PublishDemands.Of(Plugin, Configuration);

    /// <summary>What a message calls it.</summary>
    internal string Called { get; } = $"metadata property '{Name}'";

    /// <inheritdoc/>
    public bool Equals(MetadataProperty? other) =>
        other is not null && Name == other.Name && Plugin == other.Plugin && Indexed == other.Indexed && Configuration == other.Configuration;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Plugin.Name, Indexed);
}

/// <summary>A kind of metadata.</summary>
/// <param name="Name">Livingdocs' name, such as <c>li-text</c>.</param>
/// <param name="Stored">What it stores, in words for a message: <c>text</c>, <c>an integer</c>, <c>a date (ISO 8601)</c>.</param>
/// <param name="Accepts">Whether a value may be stored in it.</param>
/// <param name="IsDate">Whether the language reads it as a date.</param>
public sealed record MetadataPlugin(string Name, string Stored, Func<Value, bool> Accepts, bool IsDate = false)
{
    /// <summary>Whether it is system metadata (contracts/livingdocs.md 2.1): a change of it is no change of content.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Whether its values are unique among those of a scope, so that stores keep an index of them.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The addresses that a value holds, which browsers may follow.</summary>
    internal Func<Value, IEnumerable<HeldAddress>> Addresses { get; init; } = _ => [];

    /// <summary>Whether its values refer to documents.</summary>
    internal bool RefersToDocuments { get; init; }

    /// <summary>What a publication can ask of a value beyond the storage type, by configuration.</summary>
    internal IReadOnlyList<MetadataCheck> Checks { get; init; } = [];
}
