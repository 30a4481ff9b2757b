using System.Globalization;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Terminal;

namespace DocScript.Cli.History;

/// <summary>Named versions, a line or an object each.</summary>
internal static class NamedVersionText
{
    /// <summary>Number, content version, instant, actor, note and fields.</summary>
    public static IReadOnlyList<Piece> Line(KeptVersion kept)
    {
        var version = kept.Version;
        return
        [
            new(Number(version.Number), Style.Place),
            new($"  version {Number(version.Version)}  {DateValue.ToShortIso(kept.At)}  {version.Actor}"),
            new(version.Description.Length == 0 ? "" : "  " + ValueLiteral.Quoted(version.Description, 100), Style.Strong),
            new(version.Fields.Count == 0 ? "" : "  " + ValueLiteral.Short(version.Fields, 100), Style.Faint),
        ];
    }

    /// <summary>All of them as a list of objects.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<KeptVersion> versions)
    {
        writer.WriteStartArray();
        foreach (var (version, at, transaction) in versions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", version.Number);
            writer.WriteNumber("version", version.Version);
            writer.WriteString("at", DateValue.ToShortIso(at));
            writer.WriteString("actor", version.Actor);
            writer.WriteString("description", version.Description);
            writer.WritePropertyName("fields");
            ValueJson.Write(writer, version.Fields);
            writer.WriteString("transaction", transaction);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
