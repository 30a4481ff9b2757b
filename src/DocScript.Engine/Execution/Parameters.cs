using System.Globalization;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary>The parameters that a script declares against those that were given.</summary>
internal static class Parameters
{
    /// <summary>What is missing, unknown or of the wrong type, before anything runs.</summary>
    public static IEnumerable<Diagnostic> Check(Script script, ObjectValue given, SourceText source)
    {
        var declared = script.Statements.OfType<ParamStatement>().ToList();
        foreach (var param in declared)
        {
            var location = new Location(source, param.Name.Span);
            if (given.Find(param.Name.Text) is not { } value)
            {
                if (param.Default is null)
                    yield return new Diagnostic(EngineCodes.MissingParameter, Severity.Error, $"parameter '{param.Name.Text}' is missing", location, Help: $"give it with --param {param.Name.Text}=…");
            }
            else if (TryConvert(param.Type, value) is null)
                yield return new Diagnostic(EngineCodes.BadParameter, Severity.Error, $"parameter '{param.Name.Text}' must be {Words(param.Type)}, not {value}", location, Help: $"give it as --param {param.Name.Text}={Sample(param.Type)}");
        }

        foreach (var (name, _) in given.Entries)
            if (!declared.Exists(param => string.Equals(param.Name.Text, name, StringComparison.Ordinal)))
                yield return new Diagnostic(
                    EngineCodes.UnknownParameter,
                    Severity.Error,
                    $"the script declares no parameter '{name}'",
                    null,
                    Suggestion.Label(name, declared.Select(param => param.Name.Text)),
                    declared.Count == 0 ? "it declares none" : $"it declares {string.Join(", ", declared.Select(param => param.Name.Text))}");
    }

    /// <summary>A given value as the declared type; <see cref="Check"/> has passed.</summary>
    public static Value Convert(ParamStatement param, Value given) => TryConvert(param.Type, given)
        ?? throw new ScriptFault(EngineCodes.BadParameter, $"parameter '{param.Name.Text}' must be {Words(param.Type)}, not {given}", param.Name.Span);

    private static Value? TryConvert(ParameterType? type, Value given) => (type, given) switch
    {
        (null, _) or (_, NullValue) => given,
        (ParameterType.Text, TextValue) or (ParameterType.Integer, IntegerValue) or (ParameterType.Boolean, BooleanValue) or (ParameterType.Date, DateValue) or (ParameterType.List, ListValue) or (ParameterType.Object, ObjectValue) => given,
        (ParameterType.Decimal, NumberValue number) => new DecimalValue(number.AsDecimal),
        (ParameterType.Integer, TextValue text) => long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? new IntegerValue(integer) : null,
        (ParameterType.Decimal, TextValue text) => decimal.TryParse(text.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? new DecimalValue(number) : null,
        (ParameterType.Boolean, TextValue { Text: "true" }) => new BooleanValue(true),
        (ParameterType.Boolean, TextValue { Text: "false" }) => new BooleanValue(false),
        (ParameterType.Date, TextValue text) => DateValue.TryParse(text.Text, out var date) ? date : null,
        (ParameterType.List, TextValue text) => Json(text.Text) as ListValue,
        (ParameterType.Object, TextValue text) => Json(text.Text) as ObjectValue,
        _ => null,
    };

    private static Value? Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return ValueJson.Read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string Sample(ParameterType? type) => type switch
    {
        ParameterType.Integer => "42",
        ParameterType.Decimal => "0.5",
        ParameterType.Boolean => "true",
        ParameterType.Date => "2026-01-31",
        ParameterType.List => "'[1, 2]'",
        ParameterType.Object => "'{\"a\": 1}'",
        _ => "text",
    };

    private static string Words(ParameterType? type) => type switch
    {
        ParameterType.Integer => "an integer",
        ParameterType.Decimal => "a decimal",
        ParameterType.Boolean => "true or false",
        ParameterType.Date => "a date (ISO 8601)",
        ParameterType.List => "a list (JSON)",
        ParameterType.Object => "an object (JSON)",
        _ => "text",
    };
}
