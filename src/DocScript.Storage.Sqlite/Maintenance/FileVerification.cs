using System.Globalization;
using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;
using DocScript.Storage.Sqlite.Writing;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>Checks a store's file at one position: SQLite's own structure, every hash, every document against its journal, and what is kept twice against each other.</summary>
internal static class FileVerification
{
    /// <summary>Queries that answer a number for each thing that is wrong: what the number is of, what is wrong with it, the query.</summary>
    private static readonly (string What, string Wrong, string Sql)[] Counts =
    [
        ("journal row", "has no transaction",
            "SELECT row FROM journal j WHERE NOT EXISTS (SELECT 1 FROM transactions t WHERE t.position = j.position)"),
        ("transaction at position", "has lost journal rows", """
            SELECT position FROM transactions t WHERE rows <> (SELECT count(*) FROM journal j WHERE j.row > t.position - t.rows AND j.row <= t.position AND j.position = t.position)
            """),
        ("transaction at position", "does not have its hash",
            $"SELECT position FROM transactions WHERE seal <> seal({SealFunction.TransactionColumns})"),
        ("kept result", "does not have its hash",
            $"SELECT rowid FROM results WHERE seal <> seal({SealFunction.ResultColumns})"),
        ("document", "has journal rows but is not there",
            "SELECT DISTINCT document FROM journal j WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = j.document)"),
        ("id", "is used but may be given again",
            "SELECT id FROM documents WHERE id > (SELECT last FROM counters WHERE kind = 0) ORDER BY id DESC LIMIT 1"),
        ("publication", "is there but its id may be given again",
            "SELECT id FROM publications WHERE id > (SELECT last FROM counters WHERE kind = 1) ORDER BY id DESC LIMIT 1"),
    ];

    /// <param name="reader">One whose cache holds nothing: what is checked is the file.</param>
    public static IEnumerable<string> Of(SqliteReader reader, CancellationToken cancellation)
    {
        var connection = reader.Statements.Connection;
        foreach (var wrong in connection.Interruptible(() => Structure(connection), cancellation)) yield return wrong;
        foreach (var wrong in Verification.Of(reader, Ids(connection, "SELECT id FROM documents ORDER BY id"), cancellation)) yield return wrong;
        foreach (var wrong in Columns(reader, cancellation)) yield return wrong;
        foreach (var wrong in Publications(reader, cancellation)) yield return wrong;
        foreach (var (what, wrong, sql) in Counts)
            foreach (var number in connection.Interruptible(() => Ids(connection, sql), cancellation)) yield return $"{what} {Text(number)} {wrong}";
    }

    private static List<string> Structure(Connection connection)
    {
        using var check = new Statement(connection, "PRAGMA integrity_check");
        try
        {
            return [.. check.All(row => row.Text(0)).Where(line => line != "ok").Select(line => "the file: " + line)];
        }
        catch (StoreException error)
        {
            return [error.Message];
        }
    }

    /// <summary>What the columns and the index of metadata say of each document, against the document.</summary>
    private static IEnumerable<string> Columns(SqliteReader reader, CancellationToken cancellation)
    {
        var connection = reader.Statements.Connection;
        using var columns = new Statement(connection, "SELECT key, type, title, ifnull(published, -1), created, updated, deleted, sequence, ifnull(due, -1) FROM documents WHERE id = ?1");
        using var values = new Statement(connection, "SELECT property, value FROM metadata WHERE document = ?1 ORDER BY property");
        using var properties = new Statement(connection, "SELECT property, date FROM indexed");
        var indexed = new IndexedMetadata(properties.All(row => KeyValuePair.Create(row.Text(0), row.Integer(1) == 1))).Properties;
        foreach (var id in Ids(connection, "SELECT id FROM documents ORDER BY id"))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Load(reader, id) is not { } document) continue;
            var header = document.Header;
            var stored = columns.First(row => (row.Text(0), row.Text(1), row.Text(2), row.Integer(3), row.Integer(4), row.Integer(5), row.Integer(6), row.Integer(7), row.Integer(8)), id);
            var expected = (header.Key, header.ContentType, TitleColumn.Of(document.Title), header.Publication ?? -1, Ticks.Of(header.Created), Ticks.Of(header.Updated), header.Deleted ? 1L : 0, header.Sequence, header.Due is { } due ? Ticks.Of(due) : -1);
            if (stored != expected) yield return $"the columns of document {Text(id)} are not those of the document";
            if (id > 0 && !values.All(row => (row.Text(0), Convert.ToHexString(row.Bytes(1))), id).SequenceEqual(MetadataIndex.FormsOf(document, indexed).Select(each => (each.Property, Convert.ToHexString(each.Form))))) yield return $"the index does not hold the metadata of document {Text(id)}";
        }
    }

    private static IEnumerable<string> Publications(SqliteReader reader, CancellationToken cancellation)
    {
        foreach (var id in Ids(reader.Statements.Connection, "SELECT id FROM publications ORDER BY id"))
        {
            cancellation.ThrowIfCancellationRequested();
            string? wrong = null;
            try
            {
                if (reader.Publication(id) is not { } publication || publication.Content.Id != publication.Document) wrong = $"publication {Text(id)} is not of its document";
            }
            catch (StoreException error)
            {
                wrong = error.Message;
            }

            if (wrong is not null) yield return wrong;
        }
    }

    /// <summary>The document, or null where the check of its journal has said already that it can't be read.</summary>
    private static Document? Load(SqliteReader reader, long id)
    {
        try
        {
            return reader.Load(id);
        }
        catch (StoreException)
        {
            return null;
        }
    }

    private static List<long> Ids(Connection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.All(row => row.Integer(0));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
