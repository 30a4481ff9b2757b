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
        json.Member("documents").Members().ToImmutableSortedDictionary(
            member => long.TryParse(member.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : throw member.Value.Wrong("the sequence of a document id"),
            member => member.Value.Integer()),
        ReadSet.Empty.AbsentKeys.Union(json.List("absentKeys").Select(key => key.Text())),
        [.. json.List("filters").Select(filter => new Filter([.. filter.Items().Select(ReadComparison)]))]);

    private static void Write(Utf8JsonWriter writer, Filter filter)
    {
        writer.WriteStartArray();
        foreach (var comparison in filter.Comparisons)
        {
            writer.WriteStartObject();
            switch (comparison.Field)
            {
                case ColumnField { Column: var column }: writer.WriteString("column", column.ToString()); break;
                case MetadataField { Property: var property }: writer.WriteString("metadata", property); break;
            }

            writer.WriteString("operator", comparison.Operator.ToString());

            // A date as JSON is text; what kind it was counts for comparing.
            writer.WritePropertyName(comparison.Value is DateValue ? "date" : "value");
            ValueJson.Write(writer, comparison.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static Comparison ReadComparison(JsonNodeReader json) => new(
        json.Has("metadata") ? new MetadataField(json.Text("metadata")) : new ColumnField(Named<Column>(json.Member("column"))),
        Named<ComparisonOperator>(json.Member("operator")),
        json.Has("date") ? new DateValue(json.Instant("date")) : json.Member("value").Read(ValueJson.Read));

    private static T Named<T>(JsonNodeReader json)
        where T : struct, Enum =>
        Enum.TryParse<T>(json.Text(), out var value) && Enum.IsDefined(value) ? value : throw json.Wrong($"one of {string.Join(", ", Enum.GetNames<T>())}");
}
