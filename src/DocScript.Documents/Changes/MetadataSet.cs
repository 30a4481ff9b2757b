using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>A metadata property or a part of one; null (the C# one) is unset.</summary>
public sealed record MetadataSet(MetadataPath Path, Value? Was, Value? Value) : Change
{
    /// <summary>Whether the property is system metadata (contracts/livingdocs.md 2.1), which is no content.</summary>
    public bool IsSystem { get; init; }

    /// <inheritdoc/>
    public override bool IsContent => !IsSystem;

    /// <inheritdoc/>
    public override bool IsEdit => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => (IsSystem ? document : document.Edited()) with { Metadata = Path.Set(document.Metadata, Value) };

    /// <inheritdoc/>
    public override Change Invert() => new MetadataSet(Path, Value, Was) { IsSystem = IsSystem };

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        var now = Path.Find(document.Metadata);
        return now == Was ? null : Moved($"metadata '{Path}'", now, Was);
    }
}
