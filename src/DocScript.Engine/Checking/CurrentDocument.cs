using System.Collections.Immutable;

namespace DocScript.Engine.Checking;

/// <summary>What a check knows of the current document at a statement.</summary>
/// <param name="Exists">Whether there is one.</param>
/// <param name="ContentType">Its content type, or null where it is not known.</param>
/// <param name="Published">Whether this script published (true) or unpublished (false) it.</param>
/// <param name="ComponentTypes">The types of components that this script inserted, by id; null as long as there is none.</param>
internal sealed record CurrentDocument(bool Exists, string? ContentType, bool? Published, ImmutableDictionary<string, string>? ComponentTypes)
{
    /// <summary>Whether this script made it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether the script says what it expects of it: a version, or how many documents a loop finds.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>A document of which nothing else is known.</summary>
    public static CurrentDocument Unknown(string? contentType) => new(true, contentType, null, null);
}
