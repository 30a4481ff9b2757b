using System.Text.Json;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>Schedules and embargo as JSON: in headers and in the changes that set them.</summary>
internal static class PublishControlJson
{
    public static void Write(Utf8JsonWriter writer, Header header)
    {
        WriteInstant(writer, "publishAt", header.PublishAt);
        WriteInstant(writer, "unpublishAt", header.UnpublishAt);
        WriteEmbargo(writer, "embargo", header.Embargo);
    }

    public static Embargo? FindEmbargo(JsonElement element, string name) =>
        element.Find(name) is { } found ? new Embargo(found.FindInstant("until"), found.FindText("reason")) : null;

    public static void Write(Utf8JsonWriter writer, ScheduleSet schedule)
    {
        writer.WriteString("change", "scheduleSet");
        writer.WriteString("kind", ScheduleKinds.NameOf(schedule.Kind));
        WriteInstant(writer, "was", schedule.Was);
        WriteInstant(writer, "at", schedule.At);
        if (schedule.Failure is not null) writer.WriteString("failure", schedule.Failure);
    }

    public static ScheduleSet ReadSchedule(JsonElement json)
    {
        var kind = json.GetText("kind") switch
        {
            "publish" => ScheduleKind.Publish,
            "unpublish" => ScheduleKind.Unpublish,
            var other => throw new FormatException($"there is no schedule of kind '{other}'"),
        };
        return new ScheduleSet(kind, json.FindInstant("was"), json.FindInstant("at")) { Failure = json.FindText("failure") };
    }

    public static void Write(Utf8JsonWriter writer, EmbargoSet embargo)
    {
        writer.WriteString("change", "embargoSet");
        WriteEmbargo(writer, "was", embargo.Was);
        WriteEmbargo(writer, "embargo", embargo.Embargo);
    }

    public static EmbargoSet ReadEmbargo(JsonElement json) => new(FindEmbargo(json, "was"), FindEmbargo(json, "embargo"));

    private static void WriteEmbargo(Utf8JsonWriter writer, string name, Embargo? embargo)
    {
        if (embargo is null) return;
        writer.WriteStartObject(name);
        WriteInstant(writer, "until", embargo.Until);
        if (embargo.Reason is not null) writer.WriteString("reason", embargo.Reason);
        writer.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter writer, string name, DateTimeOffset? instant)
    {
        if (instant is { } given) writer.WriteString(name, DateValue.ToIso(given));
    }
}
