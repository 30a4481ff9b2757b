using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine.Designs;

namespace DocScript.Cli.Output;

/// <summary>What a design would do to the store, for people and as JSON.</summary>
internal static class DesignReport
{
    /// <summary>Says which content types stay those of the store.</summary>
    public static void ShowKept(this Report report, IReadOnlyList<string> kept)
    {
        if (kept.Count > 0) report.Note("note: the file has no content types, so those of the store stay");
        foreach (var line in kept) report.Out.WriteLine("kept: " + line);
        report.Member("kept", writer =>
        {
            writer.WriteStartArray();
            foreach (var line in kept) writer.WriteStringValue(line);
            writer.WriteEndArray();
        });
    }

    /// <summary>Adds how many documents were judged and would break to the JSON object.</summary>
    public static void MemberImpact(this Report report, DesignImpact impact)
    {
        report.Member("judged", writer => writer.WriteNumberValue(impact.Judged));
        report.Member("broken", writer => writer.WriteNumberValue(impact.Count));
        report.Member("documents", writer =>
        {
            writer.WriteStartArray();
            foreach (var broken in impact.Broken)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", broken.Header.WorkingCopyOf ?? broken.Header.Id);
                if (broken.Header.WorkingCopyOf is not null) writer.WriteBoolean("workingCopy", true);
                writer.WriteString("key", broken.Header.Key);
                writer.WriteNumber("violations", broken.Count);
                writer.WriteStartArray("first");
                foreach (var violation in broken.Violations)
                {
                    writer.WriteStartObject();
                    writer.WriteString("message", violation.Message);
                    if (violation.Component is { } component) writer.WriteString("component", component);
                    if (violation.Property is { } property) writer.WriteString("property", property);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>How many documents break, in a few words.</summary>
    public static string Summary(this DesignImpact impact, string @break) => string.Create(
        CultureInfo.InvariantCulture,
        $"{impact.Count} of {Counted.Of(impact.Judged, "document")} {@break}{(impact.Count > impact.Broken.Length ? $", of which {impact.Broken.Length} are shown" : "")}");
}
