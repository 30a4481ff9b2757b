using Microsoft.Data.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>What one commit of the store wrote: a row of <c>transactions</c>, one of <c>journal</c>, the new state of one of <c>documents</c>, perhaps a snapshot.</summary>
internal sealed record TransactionRows(object[] Transaction, object[] Journal, object[] Document, object[]? Snapshot)
{
    public long Position => (long)Transaction[0];
}

/// <summary>Reads from a store's file what its commits wrote.</summary>
internal static class RowsOf
{
    /// <summary>The rows of the transactions after a position, in order.</summary>
    public static IReadOnlyList<TransactionRows> After(string file, long position)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. connection.Read("SELECT position, id, rows, actor, at, undoes, script, parameters, seal FROM transactions WHERE position > $1 ORDER BY position", position).Select(transaction =>
        {
            // The position of a transaction is the row of its last journal row; here it has one.
            var journal = connection.Read("SELECT row, position, document, sequence, hash, header, changes FROM journal WHERE row = $1", transaction[0]).Single();
            var document = connection.Read("SELECT id, title, published, updated, deleted, sequence, weight, grown FROM documents WHERE id = $1", journal[2]).Single();
            var snapshot = connection.Read("SELECT document, sequence, hash, content FROM snapshots WHERE document = $1", journal[2]).SingleOrDefault();
            // Of a document that was written several times the last state is known: as many bytes as each before it.
            document[5] = journal[3];
            return new TransactionRows(transaction, journal, document, snapshot is not null && snapshot[1].Equals(journal[3]) ? snapshot : null);
        })];
    }
}
