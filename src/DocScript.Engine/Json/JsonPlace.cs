using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>A place in a JSON file as a JSON pointer (RFC 6901), such as <c>/content/0/containers/main/3</c>; the root is empty.</summary>
public readonly record struct JsonPlace(string Pointer)
{
    /// <summary>The whole file.</summary>
    public static JsonPlace Root { get; } = new("");

    /// <summary>A member of the object here.</summary>
    public JsonPlace Member(string name) =>
        new($"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}");

    /// <summary>An item of the list here, from 0.</summary>
    public JsonPlace Item(int index) => new(Invariant($"{Pointer}/{index}"));

    /// <summary>The place with points between, <c>commands.2.value</c>, as Livingdocs writes it.</summary>
    public string Dotted => ToString() is { Length: > 0 } pointer
        ? pointer[1..].Replace('/', '.').Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
        : "";

    /// <summary>The place as a message shows it, in quotes; what is long is cut in the middle.</summary>
    public string Shown => Dotted switch
    {
        "" => "the JSON",
        { Length: > 80 } dotted => $"'{dotted[..40]}…{dotted[^39..]}'",
        var dotted => $"'{dotted}'",
    };

    /// <inheritdoc/>
    public override string ToString() => Pointer ?? "";
}
