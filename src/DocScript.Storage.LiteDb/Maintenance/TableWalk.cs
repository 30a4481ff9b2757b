using DocScript.Storage.LiteDb.Data;
using LiteDB;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Goes through whole tables, a page at a time, while others write between the pages.</summary>
internal sealed class TableWalk(Database database, CancellationToken cancellation)
{
    private const int Page = 64;

    /// <summary>What is read of each row, in order of id, while nobody else is in the database.</summary>
    public IEnumerable<T> Each<T>(Table table, Func<Row, T> read)
    {
        var last = BsonValue.MinValue;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = database.Ask(() => table.Range(last, BsonValue.MaxValue, Page).ConvertAll(row => (row.Id, Read: row.Id == last ? default! : read(row))));
            foreach (var (id, found) in page)
                if (id != last) yield return found;
            if (page.Count < Page) yield break;
            last = page[^1].Id;
        }
    }
}
