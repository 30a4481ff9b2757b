using System.Text.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Formatting;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>Writes what of a script is known without running it; all else is an obstacle.</summary>
internal sealed class LiteralWriter(Utf8JsonWriter json, ICollection<JsonObstacle> obstacles)
{
    /// <summary>A value that has to be in brackets loses them: they say nothing.</summary>
    public static Expression Bare(Expression expression)
    {
        while (expression is ParenthesizedExpression inner) expression = inner.Inner;
        return expression;
    }

    /// <summary>Writes a member.</summary>
    public void Member(string key, Expression value)
    {
        json.WritePropertyName(key);
        Value(value);
    }

    private void Value(Expression value)
    {
        switch (Bare(value))
        {
            case TextLiteral text: json.WriteStringValue(text.Value); break;
            case IntegerLiteral number: json.WriteNumberValue(number.Value); break;
            case DecimalLiteral number: JsonNumber.Write(json, number.Value); break;
            case BooleanLiteral boolean: json.WriteBooleanValue(boolean.Value); break;
            case NullLiteral: json.WriteNullValue(); break;
            case ListExpression list:
                json.WriteStartArray();
                foreach (var element in list.Elements) Value(element);
                json.WriteEndArray();
                break;
            case ObjectExpression entries:
                json.WriteStartObject();
                foreach (var entry in entries.Entries) Member(entry.Key.Text, entry.Value);
                json.WriteEndObject();
                break;
            case var computed:
                json.WriteNullValue();
                obstacles.Add(new(computed.Span, $"'{Printer.Print(computed).Shortened()}' is known only when the script runs, and Livingdocs' JSON holds nothing but values", "write a text, number, list or object"));
                break;
        }
    }
}
