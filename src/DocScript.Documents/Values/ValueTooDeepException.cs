namespace DocScript.Documents.Values;

/// <summary>Lists and objects would lie deeper in one another than <see cref="Value.MaxDepth"/>.</summary>
public sealed class ValueTooDeepException() : Exception($"lists and objects lie more than {Value.MaxDepth} deep in one another")
{
    internal static int Guard(int depth) => depth <= Value.MaxDepth ? depth : throw new ValueTooDeepException();
}
