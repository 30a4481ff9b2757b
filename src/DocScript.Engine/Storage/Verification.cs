using System.Globalization;
using DocScript.Documents;

namespace DocScript.Engine.Storage;

/// <summary>What any store can be asked whatever it is made of: does each document's journal, replayed, give the document?</summary>
public static class Verification
{
    /// <summary>What is wrong with some documents, one line each. The reader must not answer from a cache what its disk says otherwise.</summary>
    public static IEnumerable<string> Of(IStoreReader reader, IEnumerable<long> documents, CancellationToken cancellation)
    {
        foreach (var id in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Wrong(reader, id) is { } wrong) yield return wrong;
        }
    }

    private static string? Wrong(IStoreReader reader, long id)
    {
        try
        {
            if (reader.Load(id) is not { } document) return $"document {Text(id)} can't be read";
            var replayed = Replay(reader, document);
            if (replayed is null) return $"document {Text(id)} has no journal";
            if (replayed.Header != document.Header || !replayed.SameContent(document)) return $"document {Text(id)} is not what its journal says";
            if (reader.FindKey(document.Header.Key) != id) return $"the key '{document.Header.Key}' does not name document {Text(id)}";
            if (document.Header.Publication is { } publication && reader.Publication(publication)?.Document != id)
                return $"publication {Text(publication)} of document {Text(id)} is missing";
            return null;
        }
        catch (Exception error) when (error is StoreException or InvalidOperationException)
        {
            return $"document {Text(id)}: {error.Message}";
        }
    }

    /// <summary>The document by its journal alone. The counters of a purged one can't be counted anew and are taken from its rows.</summary>
    private static Document? Replay(IStoreReader reader, Document stored)
    {
        Document? document = null;
        foreach (var row in reader.History(stored.Id))
        {
            var before = document?.Header.Sequence ?? 0;
            if (row.Header.Sequence != before + 1) throw new InvalidOperationException($"its journal row at sequence {Text(before + 1)} is missing");
            document = Document.Commit(document, row.Changes, row.Instant);
            if (stored.Header.Purged) document = document with { Header = row.Header };
            if (document.Header != row.Header) throw new InvalidOperationException($"its journal row at sequence {Text(row.Header.Sequence)} has another header than its changes make");
        }

        return document;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
