using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Diagnostics;

/// <summary>A schedule that could not be carried out, as a diagnostic.</summary>
public static class ScheduleFailure
{
    /// <summary>The diagnostic of one that has a failure.</summary>
    public static Diagnostic Of(Ticked ticked) => new(
        EngineCodes.ScheduleFailed,
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"document {ticked.Document} could not be {(ticked.Kind is ScheduleKind.Publish ? "published" : "taken off")} as scheduled for {DateValue.ToShortIso(ticked.At)}: {ticked.Failure}"),
        Help: "mend the cause, then do it by a script or schedule it again",
        Note: "the schedule is gone and its reason is in the journal; nothing else was changed");
}
