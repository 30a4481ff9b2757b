using System.Runtime.CompilerServices;
using DocScript.Documents.Values;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>Finds what is due and carries it out, the earliest first, until nothing is.</summary>
internal static class Scheduler
{
    public static async IAsyncEnumerable<Ticked> TickAsync(
        IStore store, CommitLoop commits, DesignCache designs, TimeProvider clock, IIdSource ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var instant = Instants.Now(clock);
        var leftAlone = new HashSet<long>();
        while (Due(store, instant, leftAlone) is { Count: > 0 } due)
        {
            foreach (var header in due)
            {
                cancellation.ThrowIfCancellationRequested();
                var run = new TickRun(header, instant, ids, new IdAllocator(ids, (kind, count) => store.ReserveIdsAsync(kind, count, cancellation).GetAwaiter().GetResult(), 1));
                var result = await commits.RunAsync(reader => run.Attempt(reader, designs.Of(reader)), cancellation).ConfigureAwait(false);
                // One that others keep changing is for the next tick.
                if (result is not Done done) leftAlone.Add(header.Id);
                else if (done.Documents.IsEmpty) continue;
                yield return new Ticked(header.Id, run.Kind, run.At, run.Failure, result);
            }
        }
    }

    private static List<Header> Due(IStore store, DateTimeOffset instant, HashSet<long> leftAlone)
    {
        using var reader = store.Read();
        var isDue = new Comparison(new ColumnField(Column.Due), ComparisonOperator.LessOrEqual, new DateValue(instant));
        return [.. reader.Find(new Filter([isDue])).Select(document => document.Header).Where(header => !leftAlone.Contains(header.Id)).OrderBy(header => header.Due).ThenBy(header => header.Id)];
    }
}
