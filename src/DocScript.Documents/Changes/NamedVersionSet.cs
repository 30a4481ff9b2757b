using System.Globalization;

namespace DocScript.Documents.Changes;

/// <summary>A named version was added; the inverse takes it back. The journal is where named versions are kept, the header only counts them.</summary>
public sealed record NamedVersionSet(NamedVersion Version, bool IsAdded = true) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with
    {
        Header = document.Header with { NamedVersions = IsAdded ? Version.Number : Version.Number - 1 },
    };

    /// <inheritdoc/>
    public override Change Invert() => this with { IsAdded = !IsAdded };

    /// <inheritdoc/>
    public override string? Outdated(Document document) => Gone(document) ?? (document.Header.NamedVersions == (IsAdded ? Version.Number - 1 : Version.Number)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{document.Called} has {document.Header.NamedVersions} named versions"));
}
