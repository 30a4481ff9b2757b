namespace DocScript.Documents.Changes;

/// <summary>A schedule was set (<paramref name="At"/>), moved, or taken back (null).</summary>
public sealed record ScheduleSet(ScheduleKind Kind, DateTimeOffset? Was, DateTimeOffset? At) : Change
{
    /// <summary>Why what was scheduled could not be done when it was due; null where it was done or the schedule was changed by hand.</summary>
    public string? Failure { get; init; }

    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with
    {
        Header = Kind is ScheduleKind.Publish ? document.Header with { PublishAt = At } : document.Header with { UnpublishAt = At },
    };

    /// <inheritdoc/>
    public override Change Invert() => new ScheduleSet(Kind, At, Was);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        var now = Of(document.Header, Kind);
        if (now == Was) return null;
        var what = $"{(Kind is ScheduleKind.Publish ? "publishing" : "taking off")} {document.Called} is";
        return (now, Was) switch
        {
            (null, _) => $"{what} no longer scheduled for {Show(Was)}",
            (_, null) => $"{what} now scheduled for {Show(now)}",
            _ => $"{what} scheduled for {Show(now)}, not for {Show(Was)}",
        };
    }

    /// <summary>The schedule of a kind that a header holds.</summary>
    public static DateTimeOffset? Of(Header header, ScheduleKind kind) => kind is ScheduleKind.Publish ? header.PublishAt : header.UnpublishAt;

    private static string Show(DateTimeOffset? at) => Values.DateValue.ToShortIso(at!.Value);
}
