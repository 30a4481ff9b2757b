using System.Text.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>A precondition of Livingdocs and the condition of the <c>require</c> that is the same.</summary>
/// <param name="Value">The member <c>value</c>, or null for a precondition that has none.</param>
internal sealed record Precondition(string Type, bool? Value, Expression Condition)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Precondition> All =
    [
        new("isPublished", true, new NameExpression("published")),
        new("isPublished", false, new NameExpression("unpublished")),
        new("isPublishedAndHasNoChanges", null, new BinaryExpression(BinaryOperator.And, new NameExpression("published"), new NameExpression("unchanged"))),
    ];

    /// <summary>The statement, or null with a problem.</summary>
    public static RequireStatement? Read(Expression json, JsonPlace place, JsonProblems problems)
    {
        if (StrictObject.Of(json, place, problems, "write it as {\"type\": \"isPublished\", \"value\": true}") is not { } precondition) return null;
        var type = precondition.Get("type", "name the precondition");
        var known = All.Select(row => row.Type).Distinct(StringComparer.Ordinal).ToList();
        if (type is not TextLiteral text)
        {
            if (type is not null) problems.WrongKind(place.Member("type"), type, "a text");
            return null;
        }

        var rows = All.Where(row => row.Type == text.Value).ToList();
        if (rows.Count == 0) problems.NotOneOf(place.Member("type"), text, known);
        var value = rows is [{ Value: not null }, ..] ? precondition.Get("value", "true or false") : null;
        if (value is not (null or BooleanLiteral)) problems.WrongKind(place.Member("value"), value, "true or false");
        if (rows.Count > 0) precondition.RefuseOthers();
        return rows.Find(row => row.Value == (value as BooleanLiteral)?.Value) is { } found ? new RequireStatement(found.Condition, null) { Span = json.Span } : null;
    }

    /// <summary>Writes it as an object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", Type);
        if (Value is { } value) json.WriteBoolean("value", value);
        json.WriteEndObject();
    }
}
