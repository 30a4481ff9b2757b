using System.Globalization;
using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;
using LiteDB;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Asks of each row of the tables by itself whether what leads to it and what it leads to is there; each is looked at while nobody writes.</summary>
internal sealed class References(Tables tables, StoredDocuments documents, TableWalk walk)
{
    /// <summary>What is missing.</summary>
    public IEnumerable<string> Broken() => walk.Each(tables.Documents, OfDocument)
        .Concat(walk.Each(tables.Publications, OfPublication))
        .Concat(walk.Each(tables.Transactions, OfTransaction))
        .Concat(walk.Each(tables.Journal, OfJournal))
        .Concat(walk.Each(tables.Index, OfIndex))
        .OfType<string>();

    private string? OfDocument(Row row) =>
        DocumentRow.Of(row).Entries.All(IsThere) ? null : $"the index does not hold all of document {Text(row.Id.AsInt64)}";

    private string? OfPublication(Row row) =>
        IsThere(IndexEntry.Publication(row.Integer("document")).To(row.Id.AsInt64)) ? null : $"the index does not hold publication {Text(row.Id.AsInt64)}";

    private string? OfTransaction(Row row)
    {
        var position = row.Id.AsInt64;
        var what = $"transaction at position {Text(position)}";
        foreach (var id in row.Bytes("rows").Chunk(StoredDocuments.JournalIdLength))
        {
            if (tables.Journal.Find(id) is not { } found) return $"the {what} has lost journal rows";
            if (found.Integer("position") != position) return $"{what} has journal rows of another";
        }

        return IsThere(IndexEntry.Transaction(row.Bytes("transaction")).To(position)) ? null : $"the index does not hold the {what}";
    }

    private string? OfJournal(Row row) =>
        tables.Transactions.Find(row.Integer("position")) is { } transaction && transaction.Bytes("rows").Chunk(StoredDocuments.JournalIdLength).Any(id => id.AsSpan().SequenceEqual(row.Id.AsBinary))
            ? null
            : $"a journal row of document {Text(IndexEntry.Number(row.Id.AsBinary))} has no transaction";

    /// <summary>Whether what an entry leads to has it.</summary>
    private string? OfIndex(Row row)
    {
        var (entry, number) = (row.Id, IndexEntry.Prefix.Number(row.Id));
        var leads = IndexEntry.IsKept(entry) || (char)entry.AsBinary[0] switch
        {
            'x' => tables.Transactions.Find(number) is not null,
            'p' => tables.Publications.Find(number) is not null,
            _ => documents.Row(number)?.Entries.Contains(entry, IndexEntry.Same) ?? false,
        };
        return leads ? null : $"an entry of the index leads to {Text(number)}, which does not have it";
    }

    private bool IsThere(BsonValue entry) => tables.Index.Find(entry) is not null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
