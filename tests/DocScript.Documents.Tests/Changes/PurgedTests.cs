using DocScript.Documents.Changes;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Changes;

[Properties(Arbitrary = [typeof(DocumentArbitraries)])]
public sealed class PurgedTests
{
    private static readonly DateTimeOffset Instant = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Property]
    public void A_purged_document_keeps_its_header_and_nothing_else(EditedDocument edited)
    {
        var purged = Document.Commit(edited.Document, [new Purged()], Instant);
        Assert.Equal(("", 0, 0, 0), (purged.Title, purged.Metadata.Count, purged.Components.ToSubtrees().Count(), purged.Extra.Count));
        var (was, now) = (edited.Document.Header, purged.Header);
        Assert.Equal((was.Id, was.Key, was.ContentType, was.Version, was.Sequence + 1, true, true), (now.Id, now.Key, now.ContentType, now.Version, now.Sequence, now.Deleted, now.Purged));
    }

    [Property]
    public void Redacted_changes_replay_and_hold_nothing_of_the_content(EditedDocument edited)
    {
        Change[] changes = [new Created(edited.Document), .. Attempt.Run(edited.Design, edited.Document, edited.Attempts).Select(step => step.Change), new Deleted(edited.Document), new Restored(edited.Document)];
        var redacted = Purged.Redact([.. changes]);
        var replayed = redacted.Skip(1).Aggregate(((Created)redacted[0]).Initial, (document, change) => change.Apply(document));
        Assert.Equal(("", 0, 0, 0), (replayed.Title, replayed.Metadata.Count, replayed.Components.ToSubtrees().Count(), replayed.Extra.Count));
        Assert.Equal(redacted.AsEnumerable(), Purged.Redact(redacted));
        Assert.All(redacted, change => Assert.True(change is Created or Deleted or Restored or Published or Unpublished or PublicationRestored or ScheduleSet or EmbargoSet { Was: null or { Reason: null }, Embargo: null or { Reason: null } }, change.ToString()));
    }
}
