
namespace DocScript.Engine.Storage.Durable;

/// <summary>
/// A transaction with the bytes of its rows. They are made before it reaches the writer, so that the writer only writes; but those of many documents one by one
/// while they are written, so that they are not all held at once.
/// </summary>
internal sealed class EncodedTransaction
{
    private const int Many = 256;

    public EncodedTransaction(Transaction transaction)
        : this(transaction, transaction.Documents.SelectMany(document => document.Publications(transaction.Instant)))
    {
    }

    /// <summary>One that is copied, with the publications that still are.</summary>
    public EncodedTransaction(Transaction transaction, IEnumerable<Publication> publications)
    {
        Transaction = transaction;
        Id = transaction.Id.ToByteArray(bigEndian: true);
        var writer = new ContentWriter();
        var documents = transaction.Documents.Select(document => new EncodedDocument(Id, document, writer));
        Documents = transaction.Documents.Length > Many ? documents : [.. documents];
        Publications = [.. publications.Select(each => new EncodedPublication(each))];
        Undoes = transaction.Undoes?.ToByteArray(bigEndian: true);
        Seal = Durable.Seal.OfTransaction(Id, transaction.Documents.Length, transaction.Actor, transaction.Instant, Undoes, transaction.Script, transaction.Parameters);
    }

    public Transaction Transaction { get; }

    public byte[] Id { get; }

    public byte[]? Undoes { get; }

    public byte[] Seal { get; }

    /// <summary>One after the other; to be gone through once by whoever writes them.</summary>
    public IEnumerable<EncodedDocument> Documents { get; }

    public EncodedPublication[] Publications { get; }
}

/// <summary>One document's part of a transaction as bytes.</summary>
internal sealed class EncodedDocument
{
    public EncodedDocument(byte[] transaction, DocumentChanges document, ContentWriter writer)
    {
        Document = document;
        Header = Content.Of(document.After.Header, writer);
        Changes = Content.Of(document.Changes, writer);
        Hash = RowHash.OfJournal(transaction, document.Id, document.After.Header.Sequence, Header, Changes);
    }

    public DocumentChanges Document { get; }

    public byte[] Header { get; }

    public byte[] Changes { get; }

    public byte[] Hash { get; }
}

/// <summary>A publication as bytes.</summary>
internal sealed class EncodedPublication
{
    public EncodedPublication(Publication publication)
    {
        Publication = publication;
        Content = Durable.Content.Of(publication.Content);
        Hash = RowHash.OfContent(publication.Id, publication.Document, Content);
    }

    public Publication Publication { get; }

    public byte[] Content { get; }

    public byte[] Hash { get; }
}
