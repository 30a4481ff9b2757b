using DocScript.Documents.Values;

namespace DocScript.Engine.Functions;

/// <summary>A function that expressions can call, in one place.</summary>
/// <param name="Signature">As help shows it: <c>replace(text, old, new)</c>.</param>
/// <param name="Least">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
public sealed record Function(string Name, string Signature, int Least, int Most, string Summary, string Example)
{
    internal Func<FunctionCall, Value> Body { get; init; } = _ => Value.Null;
}
