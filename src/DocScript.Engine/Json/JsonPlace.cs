using System.Text;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>
/// A place in a JSON file as a JSON pointer (RFC 6901), such as <c>/content/0/containers/main/3</c>; the root is empty. Linked to the place around it and written out only when asked,
/// because a reader makes one for every node.
/// </summary>
public readonly struct JsonPlace : IEquatable<JsonPlace>
{
    private const int Longest = 80;

    private readonly Step? _last;

    private JsonPlace(Step last) => _last = last;

    /// <summary>The whole file.</summary>
    public static JsonPlace Root { get; }

    /// <summary>A member of the object here.</summary>
    public JsonPlace Member(string name) => new(new Step(_last, name, 0));

    /// <summary>An item of the list here, from 0.</summary>
    public JsonPlace Item(int index) => new(new Step(_last, null, index));

    /// <summary>The place as a JSON pointer.</summary>
    public string Pointer
    {
        get
        {
            var pointer = new StringBuilder();
            foreach (var step in Steps()) pointer.Append('/').Append(step.Text.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            return pointer.ToString();
        }
    }

    /// <summary>The place with points between, <c>commands.2.value</c>, as Livingdocs writes it.</summary>
    public string Dotted => string.Join('.', Steps().Select(step => step.Text));

    /// <summary>The place as a message shows it, in quotes; what is long is cut in the middle.</summary>
    public string Shown => string.Join('.', Steps().Select(step => Ends(step.Text))) switch
    {
        "" => "the JSON",
        { Length: > Longest } dotted => $"'{dotted[..40]}…{dotted[^39..]}'",
        var dotted => $"'{dotted}'",
    };

    /// <inheritdoc/>
    public override string ToString() => Pointer;

    /// <inheritdoc/>
    public bool Equals(JsonPlace other) => Pointer == other.Pointer;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonPlace other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Pointer.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both are the same place.</summary>
    public static bool operator ==(JsonPlace left, JsonPlace right) => left.Equals(right);

    /// <summary>Whether they are two places.</summary>
    public static bool operator !=(JsonPlace left, JsonPlace right) => !left.Equals(right);

    private IEnumerable<Step> Steps()
    {
        var steps = new Stack<Step>();
        for (var step = _last; step is not null; step = step.Parent) steps.Push(step);
        return steps;
    }

    // Longer than what is shown of a whole place, so that the cut falls where it would without this.
    private static string Ends(string text) => text.Length <= 2 * Longest ? text : $"{text[..Longest]}…{text[^Longest..]}";

    private sealed record Step(Step? Parent, string? Name, int Index)
    {
        public string Text => Name ?? Invariant($"{Index}");
    }
}
