using System.Globalization;
using DocScript.Documents.Json;

namespace DocScript.Engine.Storage;

/// <summary>
/// One SHA-256 over everything that a store answers: the journal, each document as it is now with its key, each publication, the kept results, the last ids.
/// Stores of whatever kind that hold the same have the same. Positions are not in it, because only their order is a store's promise.
/// </summary>
/// <param name="Hash">In 64 hexadecimal digits.</param>
/// <param name="Position">The position it was taken at.</param>
/// <param name="Documents">How many documents there are, tombstones included; system documents and working copies are in the hash, but not counted.</param>
/// <param name="Transactions">How many transactions the journal has.</param>
/// <param name="Publications">How many publications are kept.</param>
/// <param name="Results">How many results are kept.</param>
public sealed record StoreDigest(string Hash, long Position, long Documents, long Transactions, long Publications, long Results)
{
    /// <summary>Reads everything, one transaction in memory at a time.</summary>
    /// <param name="asOf">The instant that decides which kept results are over, and so don't count.</param>
    /// <param name="transaction">Called with the number of each transaction that was read.</param>
    /// <exception cref="StoreException">Something can't be read.</exception>
    public static StoreDigest Of(IStoreReader reader, DateTimeOffset asOf, Action<long>? transaction = null, CancellationToken cancellation = default)
    {
        using var fields = new DigestFields();
        long documents = 0, transactions = 0, publications = 0;
        foreach (var entry in reader.Journal(0))
        {
            cancellation.ThrowIfCancellationRequested();
            Add(fields, entry);
            foreach (var row in entry.Rows)
            {
                if (row.Header.Sequence != 1) continue;
                if (row.Header.IsPublic) documents++;
                Add(fields, row.Document, reader);
            }

            foreach (var id in CopiedTransaction.PublicationsOf(entry.Rows))
                if (Add(fields, id, reader.Publication(id))) publications++;
            transactions++;
            transaction?.Invoke(transactions);
        }

        var (results, count) = Joined(reader, asOf, cancellation);
        fields.Add(count).Add(results);
        foreach (var kind in Enum.GetValues<IdKind>()) fields.Add(reader.LastId(kind));
        return new(Convert.ToHexStringLower(fields.Hash()), reader.Position, documents, transactions, publications, count);
    }

    /// <summary>What was counted: <c>2 documents, 3 transactions, 1 publication</c>.</summary>
    public string Summary => $"{Count(Documents, "document")}, {Count(Transactions, "transaction")}, {Count(Publications, "publication")}";

    private static void Add(DigestFields fields, JournalEntry entry)
    {
        fields.Add(entry.Transaction).Add(entry.Actor).Add(entry.Instant).Add(entry.Script).Add(entry.Parameters).Add(entry.Undoes ?? Guid.Empty).Add(entry.Rows.Length);
        foreach (var row in entry.Rows)
            fields.Add(row.Transaction).Add(row.Instant).Add(row.Document).Add(writer => DocumentJson.WriteHeader(writer, row.Header)).Add(writer => ChangeJson.Write(writer, row.Changes));
    }

    /// <summary>A document at the place where the journal makes it, as it is now.</summary>
    private static void Add(DigestFields fields, long id, IStoreReader reader)
    {
        var document = reader.Load(id) ?? throw new StoreException(
            StoreProblem.Corrupt,
            $"document {id.ToString(CultureInfo.InvariantCulture)} has journal rows but is not there",
            "see what else 'docscript verify' says, and restore a backup");
        fields.Add(writer => DocumentJson.Write(writer, document)).Add(reader.FindKey(document.Header.Key) ?? 0);
    }

    private static bool Add(DigestFields fields, long id, Publication? publication)
    {
        fields.Add(id).Add(publication?.Document ?? 0);
        if (publication is null) return false;
        fields.Add(publication.At).Add(writer => DocumentJson.Write(writer, publication.Content));
        return true;
    }

    // Results have no order among stores: their hashes are joined by exclusive or. Actor and key occur once, so that no two take each other out.
    private static (byte[] Hash, long Count) Joined(IStoreReader reader, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var (all, count) = (new byte[32], 0L);
        foreach (var result in reader.Results())
        {
            cancellation.ThrowIfCancellationRequested();
            if (result.Kept.IsOver(asOf)) continue;
            count++;
            using var fields = new DigestFields();
            var one = fields.Add(result.Actor).Add(result.Key).Add(result.Kept.Transaction).Add(result.Kept.Hash).Add(result.Kept.Result).Add(result.Kept.At).Hash();
            for (var i = 0; i < all.Length; i++) all[i] ^= one[i];
        }

        return (all, count);
    }

    private static string Count(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
