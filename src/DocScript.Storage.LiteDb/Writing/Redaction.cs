using System.Text;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;
using LiteDB;

namespace DocScript.Storage.LiteDb.Writing;

/// <summary>Takes what documents held out of their past: journal rows, publications, and the scripts and kept results of the transactions that touched them. Open readers are left what they see.</summary>
internal sealed class Redaction(Tables tables, StoredDocuments documents)
{
    private const int Page = 256;

    /// <summary>A document to purge and all its working copies, in order of id.</summary>
    public IReadOnlyList<long> With(Purge purge) =>
        [.. tables.Documents.Range(purge.WorkingCopies.First, purge.WorkingCopies.Last).Select(row => row.Id.AsInt64), purge.Document];

    public void Clear(IReadOnlyList<long> ids, Purge purge, IReadOnlyList<LiteDbReader> readers)
    {
        var rows = ids.ToDictionary(id => id, id => documents.RowsAfter(id, 0));
        var touched = rows.Values.SelectMany(each => each).Select(row => row.Position).Distinct().ToDictionary(position => position, position => tables.Transactions.Find(position)!.Value);
        var publications = ids.SelectMany(id => tables.Entries(IndexEntry.Publication(id), 0, int.MaxValue).Select(publication => (Document: id, Id: publication))).ToList();
        var results = Results(rows.Values.SelectMany(each => each).Select(row => row.Transaction).ToHashSet());
        if (readers.Count > 0)
        {
            var past = new Past(
                rows,
                touched.ToDictionary(each => each.Key, each => (each.Value.Text("script"), each.Value.Text("parameters"))),
                publications.ToDictionary(each => each.Id, each => documents.Publication(tables.Publications.Find(each.Id)!.Value)),
                results.ToDictionary(row => row.Id, row => StoredResults.Read(row, documents.Stored).Kept, IndexEntry.Same));
            foreach (var reader in readers) reader.Leave(past);
        }

        foreach (var row in rows.Values.SelectMany(each => each)) Clear(row);
        foreach (var row in touched.Values) Clear(row, purge.ClearedScript);
        foreach (var row in results) tables.Results.Replace(StoredResults.With(Purge.ClearedResult, row, documents.Stored));
        foreach (var (document, id) in publications)
        {
            tables.Publications.Delete(id);
            tables.Index.Delete(IndexEntry.Publication(document).To(id));
        }
    }

    private void Clear(JournalRow row)
    {
        var redacted = Purge.Redact(row);
        var (header, changes) = (Content.Of(redacted.Header), Content.Of(redacted.Changes));
        var id = StoredDocuments.JournalId(row.Document, row.Header.Sequence);
        var stored = tables.Journal.Find(id)!.Value.Document;
        stored["hash"] = RowHash.OfJournal(row.Transaction.ToByteArray(bigEndian: true), row.Document, row.Header.Sequence, header, changes);
        (stored["header"], stored["changes"]) = (header, changes);
        tables.Journal.Replace(stored);
    }

    private void Clear(Row row, string script)
    {
        var entry = documents.Transaction(row);
        var stored = row.Document;
        stored["seal"] = Seal.OfTransaction(row.Bytes("transaction"), StoredDocuments.DocumentsOf(row).Count(), entry.Actor, entry.Instant, row.IsNull("undoes") ? null : row.Bytes("undoes"), script, Purge.ClearedParameters);
        (stored["script"], stored["parameters"]) = (Encoding.UTF8.GetBytes(script), Encoding.UTF8.GetBytes(Purge.ClearedParameters));
        tables.Transactions.Replace(stored);
    }

    /// <summary>The results that are kept of some transactions. No index leads from one to the other: a purge is rare.</summary>
    private List<Row> Results(HashSet<Guid> transactions)
    {
        var found = new List<Row>();
        BsonValue last = Array.Empty<byte>();
        while (true)
        {
            var page = tables.Results.Range(last, BsonValue.MaxValue, Page);
            found.AddRange(page.Where(row => row.Id != last && transactions.Contains(new Guid(row.Bytes("transaction"), bigEndian: true))));
            if (page.Count < Page) return found;
            last = page[^1].Id;
        }
    }
}
