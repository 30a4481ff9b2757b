using DocScript.Documents.Changes;
using DocScript.Engine.Storage;

namespace DocScript.Cli.History;

/// <summary>One change of a transaction on its way to a command.</summary>
/// <param name="IsRemark">Whether no command is to do it again: an earlier transaction did it in the working copy, and the check-in after it brings it along.</param>
internal readonly record struct Step(Change Change, bool IsRemark = false);

/// <summary>What a transaction did to one document and in its working copies, in an order in which commands can do it again.</summary>
internal static class DocumentSteps
{
    /// <summary>The steps; <paramref name="document"/> is null where only a working copy changed, <paramref name="copies"/> is empty where whoever looks is not shown them.</summary>
    public static IEnumerable<Step> Of(JournalRow? document, IReadOnlyList<JournalRow> copies)
    {
        var changes = document?.Changes ?? [];
        // Wherever it was written, it counts for the whole transaction.
        if (copies.SelectMany(copy => copy.Changes).Concat(changes).FirstOrDefault(change => change is UpdatedKept) is { } kept) yield return new Step(kept);

        // A copy that was there before and is dropped was held from the start: until the first release, what is edited in the document came from it.
        var release = changes.ToList().FindIndex(change => change is CheckoutSet { Checkout: null });
        var before = copies.FirstOrDefault(copy => copy.Header.Deleted) is { } dropped
            ? changes.Take(release).Count(change => change.IsEdit) - dropped.Changes.Count(change => change.IsEdit)
            : 0;
        foreach (var change in changes.Where(change => change is not UpdatedKept))
            yield return new Step(change, IsRemark: change.IsEdit && before-- > 0);

        // The holder can't publish what is not checked in, so what was done to the document came first.
        foreach (var change in copies.Where(copy => !copy.Header.Deleted).SelectMany(copy => copy.Changes).Where(change => change.IsEdit))
            yield return new Step(change);
    }
}
