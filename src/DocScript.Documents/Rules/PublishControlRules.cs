using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for schedules and embargoes (contracts/livingdocs.md 2.3). They act on the public document, checked out or not.</summary>
public static partial class Rules
{
    /// <summary>
    /// The content type allows a kind of publish control (<c>publishSchedule</c>, <c>unpublishSchedule</c>, <c>embargo</c>): its <c>publishControl</c> says so, or it has none at all
    /// (a flag left out is off; a design without any says nothing of it).
    /// </summary>
    public static Violation? ControlAllowed(Design design, string contentType, string control)
    {
        if (!design.ContentTypes.TryGetValue(contentType, out var type) || type.Configuration.Find("publishControl") is not ObjectValue allowed) return null;
        return allowed.Find(control) is BooleanValue { Boolean: true }
            ? null
            : new Violation(RuleSet.ControlAllowed, $"content type '{contentType}' has no {ControlName(control)}", Help: $"set {control}: true in its publishControl, in the design");
    }

    /// <summary>Schedules publishing or taking off for an instant to come; a schedule of the kind that is there is moved.</summary>
    public static Edit Schedule(Design design, Document document, ScheduleKind kind, DateTimeOffset at, DateTimeOffset now)
    {
        if (ControlAllowed(design, document.Header.ContentType, ControlOf(kind)) is { } forbidden) return forbidden;
        if (Past(at, now, "a schedule") is { } past) return past;
        var header = document.Header;
        if (kind is ScheduleKind.Publish && header.Embargo is { } embargo && embargo.Holds(at))
            return new Violation(RuleSet.EmbargoHolds, $"{document.Called} is under an embargo {Until(embargo)}", Help: "lift the embargo, or choose a later time") { Part = EditPart.Date };
        if (kind is ScheduleKind.Unpublish && header.Publication is null && !(header.PublishAt < at))
            return new Violation(RuleSet.UnpublishLater, $"{document.Called} will not be public at {DateValue.ToShortIso(at)}", Help: "publish it, or schedule that for an earlier time, first") { Part = EditPart.Date };
        if (kind is ScheduleKind.Publish && header.Publication is null && header.UnpublishAt <= at)
            return new Violation(RuleSet.UnpublishLater, $"{document.Called} is to be taken off at {DateValue.ToShortIso(header.UnpublishAt.Value)}, before it would be published", Help: "choose an earlier time, or 'cancel unpublish' first") { Part = EditPart.Date };
        var was = ScheduleSet.Of(header, kind);
        return was == at ? Edit.None : new ScheduleSet(kind, was, at);
    }

    /// <summary>Takes a schedule back; nothing to do where there is none.</summary>
    public static Edit CancelSchedule(Document document, ScheduleKind kind) =>
        ScheduleSet.Of(document.Header, kind) is { } was ? new ScheduleSet(kind, was, null) : Edit.None;

    /// <summary>Puts an unpublished document under an embargo, until an instant to come or until it is lifted; one that is there is replaced.</summary>
    public static Edit SetEmbargo(Design design, Document document, DateTimeOffset? until, string? reason, DateTimeOffset now)
    {
        if (ControlAllowed(design, document.Header.ContentType, "embargo") is { } forbidden) return forbidden;
        if (document.Header.Publication is not null)
            return new Violation(RuleSet.EmbargoUnpublished, $"{document.Called} is public and can't be put under an embargo", Help: "unpublish it first");
        if (until is { } end && Past(end, now, "an embargo's end") is { } past) return past;
        if (reason is not null && IsUnicode(reason, "the reason") is { } half) return half with { Part = EditPart.Note };
        var embargo = new Embargo(until, reason);
        if (document.Header.PublishAt is { } publish && embargo.Holds(publish))
            return new Violation(RuleSet.EmbargoHolds, $"{document.Called} is scheduled to be published at {DateValue.ToShortIso(publish)}, before the embargo ends", Help: "write 'cancel publish' first, or choose an earlier end") { Part = EditPart.Date };
        return embargo == document.Header.Embargo ? Edit.None : new EmbargoSet(document.Header.Embargo, embargo);
    }

    /// <summary>Lifts the embargo; nothing to do where there is none.</summary>
    public static Edit LiftEmbargo(Document document) => document.Header.Embargo is { } was ? new EmbargoSet(was, null) : Edit.None;

    /// <summary>The violation that a schedule can't be given back because its time has passed.</summary>
    public static Violation TooLate(Document document, ScheduleSet schedule) =>
        new(RuleSet.FutureOnly, $"{document.Called} was scheduled for {DateValue.ToShortIso(schedule.At!.Value)}, which has passed");

    private static Violation? EmbargoAllows(Document document, DateTimeOffset now) => document.Header.Embargo is { } embargo && embargo.Holds(now)
        ? new Violation(RuleSet.EmbargoHolds, $"{document.Called} is under an embargo {Until(embargo)}", Help: "write 'lift embargo' first, if you may")
        : null;

    private static Violation? Past(DateTimeOffset at, DateTimeOffset now, string what) => at > now
        ? null
        : new Violation(RuleSet.FutureOnly, $"{what} must be a date to come, not {DateValue.ToShortIso(at)}", Help: $"it is {DateValue.ToShortIso(now)} now; a date without an offset is UTC") { Part = EditPart.Date };

    /// <summary>The kind of publish control that a schedule is (<see cref="ControlAllowed"/>).</summary>
    public static string ControlOf(ScheduleKind kind) => kind is ScheduleKind.Publish ? "publishSchedule" : "unpublishSchedule";

    private static string ControlName(string control) => control switch
    {
        "publishSchedule" => "publish schedules",
        "unpublishSchedule" => "unpublish schedules",
        _ => "embargoes",
    };

    private static string Until(Embargo embargo) =>
        (embargo.Until is { } until ? $"until {DateValue.ToShortIso(until)}" : "until it is lifted") + (embargo.Reason is { } reason ? $" ({reason})" : "");
}
