using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Json;

/// <summary>What a transaction read, as JSON.</summary>
internal static class ReadSetJson
{
    public static void Write(Utf8JsonWriter writer, ReadSet reads)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("documents");
        foreach (var (document, sequence) in reads.Documents) writer.WriteNumber(document.ToString(CultureInfo.InvariantCulture), sequence);
        writer.WriteEndObject();
        writer.WriteStartArray("absentKeys");
        foreach (var key in reads.AbsentKeys) writer.WriteStringValue(key);
        writer.WriteEndArray();
        writer.WriteStartArray("filters");
        foreach (var filter in reads.Filters) Write(writer, filter);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static ReadSet Read(JsonNodeReader json) => new(
        ReadDocuments.Of(json.Member("documents").Members().ToDictionary(
            member => long.TryParse(member.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : throw member.Value.Wrong("the sequence of a document id"),
            member => member.Value.Integer())),
        ReadSet.Empty.AbsentKeys.Union(json.List("absentKeys").Select(key => key.Text())),
        [.. json.List("filters").Select(ReadFilter)]);

    private static void Write(Utf8JsonWriter writer, Filter filter)
    {
        if (filter.UpTo is null)
        {
            Write(writer, filter.Comparisons);
            return;
        }

        var bound = filter.UpTo;
        writer.WriteStartObject();
        writer.WritePropertyName("comparisons");
        Write(writer, filter.Comparisons);
        writer.WriteStartObject("upTo");
        Write(writer, bound.Order.Field);
        if (bound.Order.Descending) writer.WriteBoolean("descending", true);
        Write(writer, "key", "keyDate", bound.Key);
        writer.WriteNumber("id", bound.Id);
        Write(writer, "kind", "kindDate", bound.Kind);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<Comparison> comparisons)
    {
        writer.WriteStartArray();
        foreach (var comparison in comparisons)
        {
            writer.WriteStartObject();
            Write(writer, comparison.Field);
            writer.WriteString("operator", comparison.Operator.ToString());
            Write(writer, "value", "date", comparison.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, FilterField field)
    {
        switch (field)
        {
            case ColumnField { Column: var column }: writer.WriteString("column", column.ToString()); break;
            case MetadataField { Property: var property, IsDate: var isDate }: writer.WriteString(isDate ? "dates" : "metadata", property); break;
        }
    }

    // A date as JSON is text; what kind it was counts for comparing.
    private static void Write(Utf8JsonWriter writer, string name, string nameOfDate, Value value)
    {
        writer.WritePropertyName(value is DateValue ? nameOfDate : name);
        ValueJson.Write(writer, value);
    }

    private static Filter ReadFilter(JsonNodeReader json) => json.Has("upTo")
        ? new Filter([.. json.List("comparisons").Select(ReadComparison)]) { UpTo = ReadBound(json.Member("upTo")) }
        : new Filter([.. json.Items().Select(ReadComparison)]);

    private static Comparison ReadComparison(JsonNodeReader json) =>
        new(ReadField(json), Named<ComparisonOperator>(json.Member("operator")), ReadValue(json, "value", "date"));

    private static Bound ReadBound(JsonNodeReader json) => new(
        new Ordering(ReadField(json), json.Has("descending")), ReadValue(json, "key", "keyDate"), json.Integer("id"), ReadValue(json, "kind", "kindDate"));

    private static FilterField ReadField(JsonNodeReader json) =>
        json.Has("dates") ? new MetadataField(json.Text("dates"), IsDate: true)
        : json.Has("metadata") ? new MetadataField(json.Text("metadata"))
        : new ColumnField(Named<Column>(json.Member("column")));

    private static Value ReadValue(JsonNodeReader json, string name, string nameOfDate) =>
        json.Has(nameOfDate) ? new DateValue(json.Instant(nameOfDate)) : json.Member(name).Read(ValueJson.Read);

    private static T Named<T>(JsonNodeReader json)
        where T : struct, Enum =>
        Enum.TryParse<T>(json.Text(), out var value) && Enum.IsDefined(value) ? value : throw json.Wrong($"one of {string.Join(", ", Enum.GetNames<T>())}");
}
