using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>Tells which documents stand side by side in an order only because a column holds the start of a value; whoever reads sorts those among each other.</summary>
/// <param name="Column">The SQL of what they have in common.</param>
/// <param name="Of">That of a row, by the number of its column; null where the row's place is exact.</param>
internal sealed record Tie(string Column, Func<Row, int, string?> Of)
{
    /// <summary>The order's column holds whole values.</summary>
    public static Tie None { get; } = new("NULL", (_, _) => null);

    /// <summary>The start of a title.</summary>
    public static Tie OfTitle { get; } = new("d.title", (row, column) => row.Text(column) is { Length: >= TextOrder.Longest } title ? title[..TextOrder.Longest] : null);

    /// <summary>The form of a metadata value, or NULL.</summary>
    public static Tie OfForm(string column) => new(column, (row, at) => row.Bytes(at) is { Length: >= OrderedForm.Longest } form ? Convert.ToHexString(form) : null);
}
