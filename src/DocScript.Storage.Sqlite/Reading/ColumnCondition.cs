using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>Comparisons of header columns as SQL.</summary>
internal static class ColumnCondition
{
    /// <summary>The condition and the value of its <c>?</c> (null: it has none), or null where SQL can't tell.</summary>
    public static (string Sql, Parameter? Value)? Of(Comparison comparison) =>
        comparison.Field is ColumnField { Column: var column } ? Of(column, comparison.Operator, comparison.Value) : null;

    private static (string Sql, Parameter? Value)? Of(Column column, ComparisonOperator comparison, Value value) => (column, value) switch
    {
        (Column.Id, IntegerValue integer) => ($"d.id {Sign(comparison)} ?", integer.Integer),
        (Column.Key, TextValue text) when text.Text.All(char.IsAscii) => ($"d.key {Sign(comparison)} ?", text.Text),
        (Column.Type, TextValue text) => comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual
            ? ($"d.type {Sign(comparison)} ?", text.Text)
            : ($"d.type {Roughly(comparison)} ? COLLATE {TextOrder.Name}", text.Text),
        (Column.Title, TextValue text) => comparison switch
        {
            ComparisonOperator.Equal => ("d.title = ?", TitleColumn.Of(text.Text)),
            ComparisonOperator.NotEqual => null,
            _ => ($"d.title {Roughly(comparison)} ? COLLATE {TextOrder.Name}", TitleColumn.Of(text.Text)),
        },
        (Column.Published, BooleanValue boolean) when comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual =>
            (boolean.Boolean == comparison is ComparisonOperator.Equal ? "d.published IS NOT NULL" : "d.published IS NULL", null),
        (Column.Updated, _) when QueryPlan.Instant(value) is { } instant => ($"d.updated {Sign(comparison)} ?", Ticks.Of(instant)),
        (Column.Created, _) when QueryPlan.Instant(value) is { } instant => ($"d.created {Sign(comparison)} ?", Ticks.Of(instant)),
        (Column.Due, _) when comparison is not ComparisonOperator.NotEqual && QueryPlan.Instant(value) is { } instant => ($"d.due {Sign(comparison)} ?", Ticks.Of(instant)),
        _ => null,
    };

    // The start of a text that is cut is equal to the start of one that is less or greater.
    private static string Roughly(ComparisonOperator comparison) => comparison is ComparisonOperator.Less or ComparisonOperator.LessOrEqual ? "<=" : ">=";

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
