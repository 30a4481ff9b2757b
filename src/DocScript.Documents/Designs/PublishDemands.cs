using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>
/// What a publication asks of a metadata property beyond its storage type (contracts/livingdocs.md 2.4): drafts may lack it, publications may not.
/// Read from the configuration once, when the design is.
/// </summary>
internal sealed class PublishDemands
{
    private PublishDemands(PropertyConfiguration configuration, MetadataPlugin plugin)
    {
        Required = configuration.IsTrue("required");
        RequiredMessage = (configuration.Find("requiredErrorMessage") as TextValue)?.Text is { Length: > 0 } message ? message : null;
        Checks = [.. plugin.Checks.Select(check => check(configuration)).OfType<ValueCheck>()];
        if (plugin.IsUnique)
            UniquenessScope = configuration.Text("uniquenessScope") ?? throw new FormatException($"'uniquenessScope' is missing: name what the values of {plugin.Name} are unique among, such as 'menu'");
        if (plugin.RefersToDocuments)
            References = new(configuration.Text("documentType"), configuration.Texts("contentType"), configuration.IsTrue("published"));
        if (References is { DocumentType: { } type and not ("article" or "page" or "data-record") })
            throw new FormatException($"'documentType' must be article, page or data-record, not '{type}'");
    }

    public bool Required { get; }

    /// <summary>What the design wants said where the property is missing, or null.</summary>
    public string? RequiredMessage { get; }

    /// <summary>What judges a value by itself.</summary>
    public IReadOnlyList<ValueCheck> Checks { get; }

    /// <summary>The name that properties share whose values are unique among each other; null where a value may occur again.</summary>
    public string? UniquenessScope { get; }

    /// <summary>What the documents must be that it refers to; null where it refers to none.</summary>
    public ReferenceDemands? References { get; }

    /// <exception cref="FormatException">The configuration is wrong; the message names the setting.</exception>
    public static PublishDemands Of(MetadataPlugin plugin, ObjectValue configuration) => new(new(configuration), plugin);
}

/// <summary>What a document must be that metadata refers to.</summary>
internal sealed record ReferenceDemands(string? DocumentType, IReadOnlyList<string>? ContentTypes, bool Published);

/// <summary>Reads what the configuration asks in one respect; null where that is nothing.</summary>
internal delegate ValueCheck? MetadataCheck(PropertyConfiguration configuration);

/// <summary>Judges a value; null where nothing is wrong with it.</summary>
internal delegate Complaint? ValueCheck(Value value);

/// <summary>What is wrong with a value, to be said after the property's name.</summary>
internal sealed record Complaint(Rule Rule, string What, string? Help = null);
