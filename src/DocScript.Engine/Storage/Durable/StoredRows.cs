using System.Globalization;
using DocScript.Documents;

namespace DocScript.Engine.Storage.Durable;

/// <summary>Makes documents, journal rows, transactions and kept results of what a file holds; every row's hash is checked.</summary>
internal sealed class StoredRows(FileErrors errors)
{
    /// <summary>A journal row.</summary>
    /// <exception cref="StoreException">Its hash is wrong, or it is of a newer format.</exception>
    public JournalRow Journal(long position, byte[] transaction, long at, long document, long sequence, byte[] hash, ArraySegment<byte> header, ArraySegment<byte> changes)
    {
        if (!hash.AsSpan().SequenceEqual(RowHash.OfJournal(transaction, document, sequence, header, changes)))
            throw errors.Corrupt($"the journal row of document {Text(document)} at sequence {Text(sequence)} does not have its hash");
        return new JournalRow(
            position,
            Id(transaction),
            Ticks.Read(at),
            document,
            Header(header),
            Known("changes", changes, Content.ReadChanges));
    }

    /// <summary>A transaction, still without its rows.</summary>
    /// <exception cref="StoreException">Its hash is wrong.</exception>
    public JournalEntry Transaction(long position, long rows, byte[] id, string actor, long at, byte[]? undoes, string script, string parameters, byte[] seal)
    {
        var instant = Ticks.Read(at);
        if (!seal.AsSpan().SequenceEqual(Seal.OfTransaction(id, rows, actor, instant, undoes, script, parameters)))
            throw errors.Corrupt($"the transaction at position {Text(position)} does not have its hash");
        return new JournalEntry(position, Id(id), actor, instant, script, parameters, undoes is null ? null : Id(undoes), []);
    }

    /// <summary>A kept result.</summary>
    /// <exception cref="StoreException">Its hash is wrong.</exception>
    public StoredResult Result(string actor, string key, byte[] transaction, string hash, string result, long at, byte[] seal)
    {
        var kept = new KeptResult(Id(transaction), hash, result, Ticks.Read(at));
        return seal.AsSpan().SequenceEqual(Seal.OfResult(actor, key, kept))
            ? new StoredResult(actor, key, kept)
            : throw errors.Corrupt($"the result kept under key '{key}' of '{actor}' does not have its hash");
    }

    public Header Header(ArraySegment<byte> header) => Known("a header", header, Content.ReadHeader);

    public Document Snapshot(long document, long sequence, byte[] hash, byte[] content)
    {
        if (!hash.AsSpan().SequenceEqual(RowHash.OfContent(document, sequence, content)))
            throw errors.Corrupt($"the snapshot of document {Text(document)} does not have its hash");
        return Known("a snapshot", content, Content.ReadDocument);
    }

    public Publication Publication(long publication, long document, long at, byte[] hash, byte[] content)
    {
        if (!hash.AsSpan().SequenceEqual(RowHash.OfContent(publication, document, content)))
            throw errors.Corrupt($"publication {Text(publication)} does not have its hash");
        return new Publication(publication, document, Ticks.Read(at), Known("a publication", content, Content.ReadDocument));
    }

    /// <summary>A document at a sequence: what a load starts from (null: nothing) and the rows after it.</summary>
    public Document Replay(long id, long sequence, Document? document, IEnumerable<JournalRow> rows)
    {
        foreach (var row in rows)
        {
            var expected = (document?.Header.Sequence ?? 0) + 1;
            if (row.Header.Sequence != expected) throw errors.Corrupt($"the journal row of document {Text(id)} at sequence {Text(expected)} is missing");
            document = Apply(document, row);
        }

        return document is not null && document.Header.Sequence == sequence
            ? document
            : throw errors.Corrupt($"document {Text(id)} ends at sequence {Text(document?.Header.Sequence ?? 0)} of its journal, not {Text(sequence)}");
    }

    /// <summary>The row's header is taken as it is stored: counters are never computed anew from old history.</summary>
    private Document Apply(Document? before, JournalRow row)
    {
        try
        {
            return Document.Replay(before, row.Changes, row.Header);
        }
        catch (InvalidOperationException error)
        {
            throw errors.Corrupt($"the journal row of document {Text(row.Document)} at sequence {Text(row.Header.Sequence)} does not fit the one before", error);
        }
    }

    /// <summary>Reads bytes whose hash is right.</summary>
    private T Known<T>(string what, ArraySegment<byte> bytes, Func<ArraySegment<byte>, T> read)
    {
        try
        {
            return read(bytes);
        }
        catch (FormatException error)
        {
            throw errors.NewerContent(what, error);
        }
    }

    private static Guid Id(byte[] id) => new(id, bigEndian: true);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
