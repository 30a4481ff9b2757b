using DocScript.Documents.Changes;

namespace DocScript.Documents.Tests;

/// <summary>What breaks the rules for schedules, embargoes and checkouts, each beside what comes near and does not.</summary>
internal static class PublishControlCases
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Later = Now.AddDays(1);

    public static IEnumerable<RuleCase> All { get; } =
    [
        new(RuleSet.ControlAllowed, "content type 'page' has no embargoes", () => Rules.ControlAllowed(TestDesign.Design, "page", "embargo"), () => Rules.ControlAllowed(TestDesign.Design, "article", "embargo")),
        new(RuleSet.FutureOnly, "a schedule must be a date to come, not 2026-05-01T12:00:00Z", () => Publish(Now), () => Publish(Now.AddTicks(1))),
        new(RuleSet.FutureOnly, "an embargo's end must be a date to come, not 2026-05-01T12:00:00Z", () => Embargo(Now), () => Embargo(Later)),
        new(RuleSet.UnpublishLater, "document 42 will not be public at 2026-05-02T12:00:00Z", () => Unpublish(Later), () => Unpublish(Later, With(header => header with { PublishAt = Now }))),
        new(RuleSet.UnpublishLater, "document 42 is to be taken off at 2026-05-02T12:00:00Z, before it would be published", () => Publish(Later, With(header => header with { UnpublishAt = Later })), () => Publish(Later, With(header => header with { UnpublishAt = Later.AddTicks(1) }))),
        new(RuleSet.EmbargoUnpublished, "document 42 is public and can't be put under an embargo", () => Embargo(Later, With(header => header with { Publication = 7 })), () => Embargo(null)),
        new(RuleSet.EmbargoHolds, "document 42 is under an embargo until it is lifted (why)", () => Publish(Later, Embargoed(null)), () => Publish(Later, Embargoed(Later))),
        new(RuleSet.EmbargoHolds, "document 42 is scheduled to be published at 2026-05-02T12:00:00Z, before the embargo ends", () => Embargo(null, With(header => header with { PublishAt = Later })), () => Embargo(Later, With(header => header with { PublishAt = Later }))),
        new(RuleSet.CheckedOut, "document 42 is checked out by ann", () => Rules.MayChange(Held, new TitleSet("", "a"), "bert"), () => Rules.MayChange(Held, new EmbargoSet(null, null), "bert")),
        new(RuleSet.CheckedOut, "document 42 is checked out by ann", () => Rules.CheckOut(Held, 1, "bert", Now).Violation, () => Rules.CheckOut(Held, 1, "ann", Now).Violation),
        new(RuleSet.CheckedOut, "document 42 is checked out by ann", () => Rules.CheckIn(Held, null, false, "bert").Violation, () => Rules.CheckIn(Held, null, false, "ann").Violation),
        new(RuleSet.CheckedOut, "document 42 is checked out by ann", () => Rules.UndoCheckOut(Held, null, "bert", force: false, canForce: true).Violation, () => Rules.UndoCheckOut(Held, null, "bert", force: true, canForce: true).Violation),
        new(RuleSet.ForceRight, "you have no right to undo a checkout by force; document 42 is checked out by ann", () => Rules.UndoCheckOut(Held, null, "bert", force: true, canForce: false).Violation, () => Rules.UndoCheckOut(Held, null, "ann", force: true, canForce: false).Violation),
        new(RuleSet.NotCheckedOut, "document 42 is not checked out", () => Rules.CheckIn(TestDesign.Document, null, false, "ann").Violation, () => Rules.CheckIn(Held, 3, true, "ann").Violation),
        new(RuleSet.CheckInFirst, "document 42 is checked out; check it in first", () => Rules.CheckedIn(Held, "ann", hasWorkingCopy: true), () => Rules.CheckedIn(Held, "bert", hasWorkingCopy: true)),
    ];

    private static Document Held => With(header => header with { Checkout = Checkout.Of(42, 1, "ann", Now) });

    private static Document With(Func<Header, Header> change) => TestDesign.Document with { Header = change(TestDesign.Document.Header) };

    private static Document Embargoed(DateTimeOffset? until) => With(header => header with { Embargo = new(until, "why") });

    private static Violation? Publish(DateTimeOffset at, Document? document = null) => Rules.Schedule(TestDesign.Design, document ?? TestDesign.Document, ScheduleKind.Publish, at, Now).Violation;

    private static Violation? Unpublish(DateTimeOffset at, Document? document = null) => Rules.Schedule(TestDesign.Design, document ?? TestDesign.Document, ScheduleKind.Unpublish, at, Now).Violation;

    private static Violation? Embargo(DateTimeOffset? until, Document? document = null) => Rules.SetEmbargo(TestDesign.Design, document ?? TestDesign.Document, until, null, Now).Violation;
}
