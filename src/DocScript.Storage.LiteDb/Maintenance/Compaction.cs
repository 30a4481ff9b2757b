using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Files;
using DocScript.Storage.LiteDb.Reading;
using LiteDB;
using LiteDB.Engine;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Writes a store anew without the space that nothing uses, beside it, and puts that in its place. Others read meanwhile; who would commit waits, since it is the writer who does it.</summary>
internal static class Compaction
{
    private const int Page = 256;

    /// <exception cref="OperationCanceledException">It was cancelled; the store is as it was.</exception>
    public static void Run(Shelf shelf, StoreFile file, CancellationToken cancellation)
    {
        try
        {
            using var scratch = new FileStream(file.ScratchPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            Fill(shelf.Database, scratch, cancellation);
            scratch.Position = 0;
            // What is installed goes through the log, which must be empty for that.
            shelf.Database.Checkpoint(erase: true);
            shelf.Database.Install(scratch);
        }
        catch (Exception error)
        {
            throw file.Errors.Of(error);
        }
        finally
        {
            File.Delete(file.ScratchPath);
        }
    }

    private static void Fill(Database from, Stream scratch, CancellationToken cancellation)
    {
        using var log = new MemoryStream();
        using var to = new LiteEngine(new EngineSettings { DataStream = scratch, LogStream = log, Collation = Collation.Binary });
        Database.Prepare(to);
        foreach (var name in Schema.All)
        {
            var table = new Table(from, name);
            var last = BsonValue.MinValue;
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var page = from.Ask(() => table.Range(last, BsonValue.MaxValue, Page));
                var rows = page.Where(row => row.Id != last).Select(row => row.Document).ToList();
                if (rows.Count > 0) to.Insert(name, rows, BsonAutoId.ObjectId);
                // The log is in memory and is kept short.
                to.Checkpoint();
                if (page.Count < Page) break;
                last = page[^1].Id;
            }
        }
    }
}
