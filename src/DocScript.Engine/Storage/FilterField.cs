using DocScript.Documents.Values;

namespace DocScript.Engine.Storage;

/// <summary>What a comparison looks at.</summary>
public abstract record FilterField
{
    /// <summary>The field's value in a document; unset is null.</summary>
    public abstract Value Read(Document document);
}

/// <summary>A header column or the title.</summary>
public sealed record ColumnField(Column Column) : FilterField
{
    /// <inheritdoc/>
    public override Value Read(Document document) => Column == Column.Title ? new TextValue(document.Title) : Read(document.Header)!;

    /// <summary>The field's value as far as the header tells: null (the C# one) for the title.</summary>
    public Value? Read(Header header) => Column switch
    {
        Column.Id => new IntegerValue(header.Id),
        Column.Key => new TextValue(header.Key),
        Column.Type => new TextValue(header.ContentType),
        Column.Published => new BooleanValue(header.Publication is not null),
        Column.Updated => new DateValue(header.Updated),
        Column.Created => new DateValue(header.Created),
        Column.Due => header.Due is { } due ? new DateValue(due) : Value.Null,
        _ => null,
    };
}

/// <summary>A top-level metadata property; unset reads as null.</summary>
/// <param name="IsDate">Whether text that is ISO 8601 reads as the date it is, as the design has it of properties that keep dates.</param>
public sealed record MetadataField(string Property, bool IsDate = false) : FilterField
{
    /// <inheritdoc/>
    public override Value Read(Document document) => document.Metadata.Find(Property) switch
    {
        null => Value.Null,
        TextValue text when IsDate && DateValue.TryParse(text.Text, out var date) => date,
        var value => value,
    };
}

/// <summary>The header columns a store can search by.</summary>
public enum Column
{
    /// <summary>The id, an integer.</summary>
    Id,

    /// <summary>The key, text.</summary>
    Key,

    /// <summary>The content type's handle, text.</summary>
    Type,

    /// <summary>The title, text.</summary>
    Title,

    /// <summary>Whether it is public, a boolean.</summary>
    Published,

    /// <summary>The last content change, a date.</summary>
    Updated,

    /// <summary>When it was made, a date.</summary>
    Created,

    /// <summary>When the earlier of its schedules is due, a date; null without one.</summary>
    Due,
}
