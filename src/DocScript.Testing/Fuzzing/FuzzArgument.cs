using DocScript.Documents.Values;

namespace DocScript.Testing.Fuzzing;

/// <summary>Whether an argument is of the kind that a parameter takes.</summary>
internal enum Fit
{
    /// <summary>It is.</summary>
    Fits,

    /// <summary>It may be: what the parameter takes is not known to the last.</summary>
    Perhaps,

    /// <summary>It is not, so that it must be refused.</summary>
    Misfits,
}

/// <summary>An argument as it is written.</summary>
/// <param name="Label">What the hole or parameter is called.</param>
/// <param name="Text">The argument in the language.</param>
/// <param name="Value">The value that the text is a literal of, or null where it is none.</param>
internal sealed record FuzzArgument(string Label, string Text, Fit Fit, Value? Value = null)
{
    /// <summary>An argument that is a literal.</summary>
    public static FuzzArgument Of(string label, Value value, Fit fit) => new(label, Literal(value), fit, value);

    /// <summary>The same with another value of the same kind.</summary>
    public FuzzArgument With(Value value) => this with { Text = Literal(value), Value = value };

    private static string Literal(Value value) => value is DateValue ? $"date(\"{ValueLiteral.Of(value)}\")" : ValueLiteral.Of(value);
}
