using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Json;

namespace DocScript.Engine.Storage.Durable;

/// <summary>Makes documents, journal rows, transactions and kept results of what a file holds; every row's hash is checked.</summary>
internal sealed class StoredRows(FileErrors errors)
{
    private readonly SharedNames _names = new();

    /// <summary>A journal row.</summary>
    /// <exception cref="StoreException">Its hash is wrong, or it is of a newer format.</exception>
    public JournalRow Journal(JournalBytes row) =>
        new(row.Position, Id(row.Transaction), Ticks.Read(row.At), row.Document, HeaderOf(row), Changes(row));

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

    public Header Header(ArraySegment<byte> header) => Known("a header", header, _names, Content.ReadHeader);

    public Document Snapshot(long document, long sequence, byte[] hash, byte[] content)
    {
        if (!hash.AsSpan().SequenceEqual(RowHash.OfContent(document, sequence, content)))
            throw errors.Corrupt($"the snapshot of document {Text(document)} does not have its hash");
        return Known("a snapshot", content, _names, Content.ReadDocument);
    }

    public Publication Publication(long publication, long document, long at, byte[] hash, byte[] content)
    {
        if (!hash.AsSpan().SequenceEqual(RowHash.OfContent(publication, document, content)))
            throw errors.Corrupt($"publication {Text(publication)} does not have its hash");
        return new Publication(publication, document, Ticks.Read(at), Known("a publication", content, _names, Content.ReadDocument));
    }

    /// <summary>A document at a sequence: what a load starts from (null: nothing) and the rows after it.</summary>
    /// <exception cref="StoreException">A hash is wrong, a row is missing, or one is of a newer format.</exception>
    public Document Replay(long id, long sequence, Document? document, IReadOnlyList<JournalBytes> rows)
    {
        for (var each = 0; each < rows.Count; each++)
        {
            var row = rows[each];
            var (header, expected) = (HeaderOf(row), (document?.Header.Sequence ?? 0) + 1);
            if (header.Sequence != expected) throw errors.Corrupt($"the journal row of document {Text(id)} at sequence {Text(expected)} is missing");
            document = Apply(document, row, header);
        }

        return document is not null && document.Header.Sequence == sequence
            ? document
            : throw errors.Corrupt($"document {Text(id)} ends at sequence {Text(document?.Header.Sequence ?? 0)} of its journal, not {Text(sequence)}");
    }

    /// <summary>The row's header is taken as it is stored: counters are never computed anew from old history.</summary>
    private Document Apply(Document? before, JournalBytes row, Header header)
    {
        try
        {
            return before is null ? Known("changes", row.Changes, (_names, header), Content.ReadMade) : Document.Replay(before, Changes(row), header);
        }
        catch (InvalidOperationException error)
        {
            throw errors.Corrupt($"the journal row of document {Text(row.Document)} at sequence {Text(row.Sequence)} does not fit the one before", error);
        }
    }

    private Header HeaderOf(JournalBytes row) => row.Hash.AsSpan().SequenceEqual(RowHash.OfJournal(row.Transaction, row.Document, row.Sequence, row.Header, row.Changes))
        ? Header(row.Header)
        : throw errors.Corrupt($"the journal row of document {Text(row.Document)} at sequence {Text(row.Sequence)} does not have its hash");

    private ImmutableArray<Change> Changes(JournalBytes row) => Known("changes", row.Changes, _names, Content.ReadChanges);

    /// <summary>Reads bytes whose hash is right.</summary>
    private TResult Known<TWith, TResult>(string what, ArraySegment<byte> bytes, TWith with, Func<ArraySegment<byte>, TWith, TResult> read)
    {
        try
        {
            return read(bytes, with);
        }
        catch (FormatException error)
        {
            throw errors.NewerContent(what, error);
        }
    }

    private static Guid Id(byte[] id) => new(id, bigEndian: true);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
