using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>Takes what a document held out of its past: journal rows, publications, index, and the scripts and kept results of the transactions that touched it.</summary>
internal sealed class Redaction : IDisposable
{
    private const int Page = 256;
    private const string Touched = "SELECT position FROM journal WHERE document = ?1";
    private const string TouchedResults = $"\"transaction\" IN (SELECT id FROM transactions WHERE position IN ({Touched}))";

    private readonly StoredDocuments _documents;
    private readonly Statement _copies;
    private readonly Statement _row;
    private readonly Statement _scripts;
    private readonly Statement _sealScripts;
    private readonly Statement _results;
    private readonly Statement _sealResults;
    private readonly Statement _publications;
    private readonly Statement _metadata;

    public Redaction(Connection connection)
    {
        _documents = new(connection);
        _copies = new(connection, "SELECT id FROM documents WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
        _row = new(connection, "UPDATE journal SET hash = ?3, header = ?4, changes = ?5 WHERE document = ?1 AND sequence = ?2");
        _scripts = new(connection, $"UPDATE transactions SET script = ?2, parameters = ?3 WHERE position IN ({Touched})");
        _sealScripts = new(connection, $"UPDATE transactions SET seal = seal({SealFunction.TransactionColumns}) WHERE position IN ({Touched})");
        _results = new(connection, $"UPDATE results SET result = ?2 WHERE {TouchedResults}");
        _sealResults = new(connection, $"UPDATE results SET seal = seal({SealFunction.ResultColumns}) WHERE {TouchedResults}");
        _publications = new(connection, "DELETE FROM publications WHERE document = ?1");
        _metadata = new(connection, "DELETE FROM metadata WHERE document = ?1");
    }

    /// <summary>A document to purge and all its working copies, in order of id.</summary>
    public IReadOnlyList<long> With(Purge purge) => [.. _copies.All(row => row.Integer(0), purge.WorkingCopies.First, purge.WorkingCopies.Last), purge.Document];

    public void Clear(long document, Purge purge)
    {
        foreach (var row in Rows(document).Select(Purge.Redact))
        {
            var (header, changes) = (Content.Of(row.Header), Content.Of(row.Changes));
            var hash = RowHash.OfJournal(row.Transaction.ToByteArray(bigEndian: true), row.Document, row.Header.Sequence, header, changes);
            _row.Run(row.Document, row.Header.Sequence, hash, header, changes);
        }

        _results.Run(document, Purge.ClearedResult);
        _sealResults.Run(document);
        _scripts.Run(document, purge.ClearedScript, Purge.ClearedParameters);
        _sealScripts.Run(document);
        _publications.Run(document);
        _metadata.Run(document);
    }

    /// <summary>The rows of a document, a page of them in memory at a time.</summary>
    private IEnumerable<JournalRow> Rows(long document)
    {
        long last = 0;
        while (true)
        {
            var page = _documents.RowsAfter(document, last, Page);
            foreach (var row in page) yield return row;
            if (page.Count < Page) yield break;
            last = page[^1].Header.Sequence;
        }
    }

    public void Dispose()
    {
        _documents.Dispose();
        _copies.Dispose();
        _row.Dispose();
        _scripts.Dispose();
        _sealScripts.Dispose();
        _results.Dispose();
        _sealResults.Dispose();
        _publications.Dispose();
        _metadata.Dispose();
    }
}
