namespace DocScript.Documents;

/// <summary>
/// A document is in the hands of one actor (contracts/model.md, Checkout): whatever the actor edits goes into a working copy, a hidden document of its own,
/// which is made at the first edit.
/// </summary>
/// <param name="Actor">Who holds it.</param>
/// <param name="At">Since when.</param>
/// <param name="WorkingCopy">The id that the working copy has or will have.</param>
public sealed record Checkout(string Actor, DateTimeOffset At, long WorkingCopy)
{
    private const int SequenceBits = 32;

    /// <summary>
    /// A checkout of a document that is at a sequence. The working copy's id is told by the two, and so is never given twice: a document is checked out
    /// at most once in a commit.
    /// </summary>
    public static Checkout Of(long document, long sequence, string actor, DateTimeOffset at) => new(actor, at, -((document << SequenceBits) + sequence + 1));

    /// <summary>The document that an id is a working copy of, or null when it is that of another kind of document.</summary>
    public static long? DocumentOf(long id) => -id >> SequenceBits is > 0 and var document ? document : null;

    /// <summary>The ids that the working copies of a document can have.</summary>
    public static (long First, long Last) WorkingCopiesOf(long document) => (-((document + 1) << SequenceBits) + 1, -(document << SequenceBits) - 1);
}
