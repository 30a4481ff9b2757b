using DocScript.Documents.Values;
using DocScript.Engine.Evaluation;
using DocScript.Hooks.Declarations;

namespace DocScript.Hooks.Loading;

/// <summary>Which kinds of values parameters take, in words.</summary>
internal static class ArgumentKinds
{
    /// <summary>What a parameter takes: <c>a whole number</c>.</summary>
    public static string Of(ParameterDeclaration parameter) => parameter.Kind switch
    {
        ParameterKind.Text => "text",
        ParameterKind.Integer => "a whole number",
        ParameterKind.Decimal => "a number",
        ParameterKind.Boolean => "true or false",
        ParameterKind.Date => "a date",
        ParameterKind.List => "a list",
        ParameterKind.Object => "an object",
        ParameterKind.Document => "a document's id or key",
        _ => "another value",
    };

    /// <summary>Why a parameter does not take a value.</summary>
    public static string Refusal(ParameterDeclaration parameter, Value value) =>
        WhyNot(parameter, value) is { } expected ? $"must be {expected}, not {Kinds.WithArticle(value)}" : $"can't take {value}";

    /// <summary>What a parameter takes instead of a value of this kind; null where it may take it.</summary>
    public static string? WhyNot(ParameterDeclaration parameter, Value value) => (parameter.Kind, value) switch
    {
        (_, NullValue) => parameter.IsNullable || parameter.Kind is ParameterKind.Any ? null : Of(parameter),
        (ParameterKind.Text, TextValue) or (ParameterKind.Integer, IntegerValue) or (ParameterKind.Decimal, NumberValue) or (ParameterKind.Boolean, BooleanValue) => null,
        (ParameterKind.Date, DateValue) or (ParameterKind.List, ListValue) or (ParameterKind.Object, ObjectValue) or (ParameterKind.Any, _) => null,
        (ParameterKind.Date, TextValue { Text: var text }) when DateValue.TryParse(text, out _) => null,
        (ParameterKind.Document, IntegerValue or TextValue) => null,
        (ParameterKind.Document, not (NumberValue or BooleanValue or ListValue or ObjectValue or DateValue)) => null,
        _ => Of(parameter),
    };
}
