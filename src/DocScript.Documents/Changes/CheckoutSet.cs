namespace DocScript.Documents.Changes;

/// <summary>
/// The document was checked out (<paramref name="Checkout"/>), or is so no longer (null). <paramref name="LastVersion"/> is the highest version that a working copy was committed with,
/// so that no number is given twice.
/// </summary>
public sealed record CheckoutSet(Checkout? Was, Checkout? Checkout, int WasLastVersion, int LastVersion) : Change
{
    /// <summary>Whether the working copy's changes came with it.</summary>
    public bool IsCheckin { get; init; }

    /// <summary>The version of the content that came with it, where that is the content of a working copy as it was committed before; 0 where the transaction edited it too.</summary>
    public int Version { get; init; }

    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with { Header = document.Header with { Checkout = Checkout, LastVersion = LastVersion } };

    /// <inheritdoc/>
    public override Change Invert() => new CheckoutSet(Checkout, Was, LastVersion, WasLastVersion);

    /// <inheritdoc/>
    public override string? Outdated(Document document) => Gone(document) ?? (document.Header.Checkout == Was
        ? null
        : $"{document.Called} is {(document.Header.Checkout is { } now ? $"checked out by {now.Actor}" : "not checked out")}");
}
