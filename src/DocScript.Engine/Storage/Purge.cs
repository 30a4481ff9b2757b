using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;

namespace DocScript.Engine.Storage;

/// <summary>A request to purge a document, and what every store makes of it.</summary>
/// <param name="Transaction">The id of the transaction that the journal shows it as, a UUIDv7.</param>
public sealed record Purge(long Document, Guid Transaction, string Actor, DateTimeOffset Instant)
{
    /// <summary>The kept result of a transaction that touched the document: the key stays used, what it answered is gone.</summary>
    public const string ClearedResult = "{}";

    /// <summary>The parameters of a transaction that touched the document.</summary>
    public const string ClearedParameters = "{}";

    /// <summary>The script of a transaction that touched the document.</summary>
    public string ClearedScript => $"# cleared by the purge of document {Number}";

    private string Number => Document.ToString(CultureInfo.InvariantCulture);

    /// <summary>Why it can't be done, or null when it can.</summary>
    public Conflict? Refuse(Document? document) => document switch
    {
        null => new($"there is no document {Number}"),
        { Header.IsPublic: false } => new($"document {Number} is a system document"),
        { Header.Purged: true } => new($"document {Number} is purged already"),
        { Header.Deleted: false } => new($"document {Number} is not deleted"),
        _ => null,
    };

    /// <summary>The ids that working copies of the document have or had: their content goes with it.</summary>
    public (long First, long Last) WorkingCopies => Checkout.WorkingCopiesOf(Document);

    /// <summary>The transaction to append once the past is cleared.</summary>
    /// <param name="documents">The tombstone and all its working copies, in order of id.</param>
    public Transaction On(IEnumerable<Document> documents, long position) => new()
    {
        Id = Transaction,
        Actor = Actor,
        Instant = Instant,
        Script = $"# purge of document {Number}",
        ReadAt = position,
        Reads = ReadSet.Empty,
        Documents = [.. documents.Select(each => new DocumentChanges(each.Header.Sequence, [new Purged()], Documents.Document.Commit(each, [new Purged()], Instant)))],
    };

    /// <summary>A journal row of the document without its content.</summary>
    public static JournalRow Redact(JournalRow row) => row with { Header = Purged.Redact(row.Header), Changes = Purged.Redact(row.Changes) };
}
