
namespace DocScript.Engine.Storage.Durable;

/// <summary>A transaction with the bytes of its rows, made before it reaches the writer, so that the writer only writes.</summary>
internal sealed class EncodedTransaction
{
    public EncodedTransaction(Transaction transaction)
    {
        Transaction = transaction;
        Id = transaction.Id.ToByteArray(bigEndian: true);
        Documents = [.. transaction.Documents.Select(document => new EncodedDocument(Id, document))];
        Publications = [.. transaction.Documents.SelectMany(document => document.Publications(transaction.Instant)).Select(each => new EncodedPublication(each))];
    }

    public Transaction Transaction { get; }

    public byte[] Id { get; }

    public EncodedDocument[] Documents { get; }

    public EncodedPublication[] Publications { get; }

    /// <summary>The bytes of all rows, roughly.</summary>
    public long Bytes => Documents.Sum(document => (long)document.Changes.Length) + Publications.Sum(each => (long)each.Content.Length);
}

/// <summary>One document's part of a transaction as bytes.</summary>
internal sealed class EncodedDocument
{
    public EncodedDocument(byte[] transaction, DocumentChanges document)
    {
        Document = document;
        Header = Content.Of(document.After.Header);
        Changes = Content.Of(document.Changes);
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
