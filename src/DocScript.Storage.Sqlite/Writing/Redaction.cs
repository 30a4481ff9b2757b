using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>Takes what a document held out of its past: journal rows, publications, index, and the scripts and kept results of the transactions that touched it.</summary>
internal sealed class Redaction : IDisposable
{
    private const string Touched = "SELECT position FROM journal WHERE document = ?1";

    private readonly StoredDocuments _documents;
    private readonly Statement _copies;
    private readonly Statement _row;
    private readonly Statement _scripts;
    private readonly Statement _results;
    private readonly Statement _publications;
    private readonly Statement _metadata;

    public Redaction(Connection connection)
    {
        _documents = new(connection);
        _copies = new(connection, "SELECT id FROM documents WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
        _row = new(connection, "UPDATE journal SET hash = ?3, header = ?4, changes = ?5 WHERE document = ?1 AND sequence = ?2");
        _scripts = new(connection, $"UPDATE transactions SET script = ?2, parameters = ?3 WHERE position IN ({Touched})");
        _results = new(connection, $"UPDATE results SET result = ?2 WHERE \"transaction\" IN (SELECT id FROM transactions WHERE position IN ({Touched}))");
        _publications = new(connection, "DELETE FROM publications WHERE document = ?1");
        _metadata = new(connection, "DELETE FROM metadata WHERE document = ?1");
    }

    /// <summary>A document to purge and all its working copies, in order of id.</summary>
    public IReadOnlyList<long> With(Purge purge) => [.. _copies.All(row => row.Integer(0), purge.WorkingCopies.First, purge.WorkingCopies.Last), purge.Document];

    public void Clear(long document, Purge purge)
    {
        foreach (var row in _documents.RowsAfter(document, 0).Select(Purge.Redact))
        {
            var (header, changes) = (Content.Of(row.Header), Content.Of(row.Changes));
            var hash = RowHash.OfJournal(row.Transaction.ToByteArray(bigEndian: true), row.Document, row.Header.Sequence, header, changes);
            _row.Run(row.Document, row.Header.Sequence, hash, header, changes);
        }

        _results.Run(document, Purge.ClearedResult);
        _scripts.Run(document, purge.ClearedScript, Purge.ClearedParameters);
        _publications.Run(document);
        _metadata.Run(document);
    }

    public void Dispose()
    {
        _documents.Dispose();
        _copies.Dispose();
        _row.Dispose();
        _scripts.Dispose();
        _results.Dispose();
        _publications.Dispose();
        _metadata.Dispose();
    }
}
