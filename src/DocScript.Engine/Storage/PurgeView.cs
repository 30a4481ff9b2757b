using System.Globalization;

namespace DocScript.Engine.Storage;

/// <summary>What a purge would take.</summary>
/// <param name="Document">The tombstone, which still has its content.</param>
/// <param name="Rows">The rows of the journal that lose theirs, those of working copies included.</param>
/// <param name="Transactions">The transactions whose script, parameters and kept result are cleared.</param>
/// <param name="Publications">The publications that are removed.</param>
/// <param name="WorkingCopies">The working copies that go with it.</param>
public sealed record PurgeView(Document Document, int Rows, int Transactions, int Publications, int WorkingCopies)
{
    /// <summary>Counts what a purge of a document would take.</summary>
    public static PurgeView Of(IStoreReader reader, Document document)
    {
        var (transactions, copies) = (new HashSet<Guid>(), new SortedSet<long>());
        var (rows, publications) = (0, 0);
        Count(document.Id);
        var made = copies.Where(copy => reader.Load(copy) is not null).ToList();
        foreach (var copy in made) Count(copy);
        return new(document, rows, transactions.Count, publications, made.Count);

        void Count(long id)
        {
            foreach (var row in reader.History(id))
            {
                rows++;
                transactions.Add(row.Transaction);
                publications += CopiedTransaction.PublicationsOf([row]).Count(publication => reader.Publication(publication) is not null);
                if (row.Header.Checkout is { } checkout) copies.Add(checkout.WorkingCopy);
            }
        }
    }

    /// <summary>The counts in words, a line each.</summary>
    public IEnumerable<string> Lines =>
    [
        $"{Text(Rows, "journal row")} with what changed",
        $"the script, parameters and answer of {Text(Transactions, "transaction")}",
        .. Publications > 0 ? [Text(Publications, "publication")] : Array.Empty<string>(),
        .. WorkingCopies > 0 ? [WorkingCopies == 1 ? "1 working copy" : WorkingCopies.ToString(CultureInfo.InvariantCulture) + " working copies"] : Array.Empty<string>(),
    ];

    private static string Text(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
