using System.Globalization;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for checking documents out and in (contracts/model.md, Checkout). The working copy is the engine's to keep; the public document says whose it is.</summary>
public static partial class Rules
{
    /// <summary>A change may be made by an actor: what another has checked out only that one edits; publish control is not guarded.</summary>
    public static Violation? MayChange(Document document, Change change, string actor) =>
        change.IsEdit || change is Deleted ? HeldByOther(document, actor) : null;

    /// <summary>Gives the document into the actor's hands; nothing to do where it is already.</summary>
    /// <param name="sequence">The sequence of the last commit to it.</param>
    public static Edit CheckOut(Document document, long sequence, string actor, DateTimeOffset now)
    {
        if (HeldByOther(document, actor) is { } held) return held;
        if (document.Header.Checkout is not null) return Edit.None;
        var header = document.Header;
        return new CheckoutSet(null, Checkout.Of(document.Id, sequence, actor, now), header.LastVersion, header.LastVersion);
    }

    /// <summary>Ends the actor's checkout.</summary>
    /// <param name="committed">The version that the working copy was committed with, or null where it never was.</param>
    /// <param name="isEdited">Whether this transaction changed its content.</param>
    public static Edit CheckIn(Document document, int? committed, bool isEdited, string actor) => (NotHeld(document) ?? HeldByOther(document, actor)) is { } wrong
        ? wrong
        : Released(document, committed) with { IsCheckin = true, Version = isEdited ? 0 : committed ?? 0 };

    /// <summary>A named version of the document, whose content is then of this <paramref name="version"/>.</summary>
    public static Edit NameVersion(Document document, int version, string actor, string description, ObjectValue fields)
    {
        if (IsUnicode(description, "the note") is { } half) return half with { Part = EditPart.Note };
        if (Storable(fields, "a version") is { } wrong) return wrong;
        return new NamedVersionSet(new NamedVersion(document.Header.NamedVersions + 1, version, actor, description, (ObjectValue)Stored(fields)));
    }

    /// <summary>Drops the checkout with all that it changed; another's only by force, which needs the right to.</summary>
    public static Edit UndoCheckOut(Document document, int? committed, string actor, bool force, bool canForce)
    {
        if (NotHeld(document) is { } free) return free with { Help = "there is no checkout to undo" };
        if (HeldByOther(document, actor) is { } held)
        {
            if (!force) return held with { Help = "'undo checkout by force' drops what was changed there, and needs the right to force" };
            if (!canForce) return new Violation(RuleSet.ForceRight, $"you have no right to undo a checkout by force; {document.Called} is checked out by {document.Header.Checkout!.Actor}", Help: "ask whoever holds it, or an administrator");
        }

        return Released(document, committed);
    }

    /// <summary>The document may be published or deleted by an actor: what a checkout changed must be checked in before.</summary>
    public static Violation? CheckedIn(Document document, string actor, bool hasWorkingCopy) => hasWorkingCopy && document.Header.Checkout?.Actor == actor
        ? new Violation(RuleSet.CheckInFirst, $"{document.Called} is checked out; check it in first", Help: "write 'checkin' before it, or 'undo checkout'", IsConflict: true)
        : null;

    /// <summary>A document's working copy as its first edit finds it: the content of the document under an id and a key of its own, unchanged until then.</summary>
    /// <param name="version">The version that the document has, or has after this transaction.</param>
    /// <exception cref="InvalidOperationException">It is not checked out.</exception>
    public static Created MakeWorkingCopy(Document document, int version)
    {
        var checkout = document.Header.Checkout ?? throw new InvalidOperationException($"{document.Called} is not checked out");
        return new Created(document with
        {
            Header = new Header
            {
                Id = checkout.WorkingCopy,
                Key = string.Create(CultureInfo.InvariantCulture, $"$checkout{checkout.WorkingCopy}"),
                ContentType = document.Header.ContentType,
                Version = Math.Max(version, document.Header.LastVersion),
                Updated = document.Header.Updated,
                Unchanged = true,
            },
        });
    }

    private static CheckoutSet Released(Document document, int? committed)
    {
        var header = document.Header;
        return new CheckoutSet(header.Checkout, null, header.LastVersion, Math.Max(header.LastVersion, committed ?? 0));
    }

    private static Violation? HeldByOther(Document document, string actor) => document.Header.Checkout is { } checkout && checkout.Actor != actor
        ? new Violation(RuleSet.CheckedOut, $"{document.Called} is checked out by {checkout.Actor}", Help: "wait for the check-in, or ask for it", IsConflict: true)
        : null;

    private static Violation? NotHeld(Document document) => document.Header.Checkout is null
        ? new Violation(RuleSet.NotCheckedOut, $"{document.Called} is not checked out", Help: "write 'checkout' first", IsConflict: true)
        : null;
}
