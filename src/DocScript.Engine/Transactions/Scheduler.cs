using System.Runtime.CompilerServices;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>Finds what is due and carries it out, the earliest first, until nothing is.</summary>
internal sealed class Scheduler(IStore store, ICommandSource commands, AfterHooks after, DesignCache designs, TimeProvider clock, IIdSource ids)
{
    public async IAsyncEnumerable<Ticked> TickAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var instant = Instants.Now(clock);
        var leftAlone = new HashSet<long>();
        CommandSelection? selection = null;
        while (Due(instant, leftAlone) is { Count: > 0 } due)
        {
            selection ??= commands.Select(ScriptNeeds.Of(DocumentEvents.Publish | DocumentEvents.Unpublish), store);
            foreach (var header in due)
            {
                cancellation.ThrowIfCancellationRequested();
                var run = new TickRun(header, instant, ids, new IdAllocator(ids, (kind, count) => store.ReserveIdsAsync(kind, count, cancellation).GetAwaiter().GetResult(), 1), selection.Table, clock);
                var result = selection.Problems.IsEmpty ? await CarryAsync(run, selection.Table, cancellation).ConfigureAwait(false) : Refusals.Of(selection.Problems);
                // One that others keep changing, or whose hooks can't be run, is for the next tick.
                if (result is not Done done) leftAlone.Add(header.Id);
                else if (done.Documents.IsEmpty) continue;
                yield return new Ticked(header.Id, run.Kind, run.At, run.Failure, result);
            }
        }
    }

    private Task<RunResult> CarryAsync(TickRun run, CommandTable table, CancellationToken cancellation) =>
        after.CommitAsync(reader => run.Attempt(reader, designs.Of(reader), cancellation), table, cancellation);

    private List<Header> Due(DateTimeOffset instant, HashSet<long> leftAlone)
    {
        using var reader = store.Read();
        var isDue = new Comparison(new ColumnField(Column.Due), ComparisonOperator.LessOrEqual, new DateValue(instant));
        return [.. reader.Find(new Filter([isDue])).Select(document => document.Header).Where(header => !leftAlone.Contains(header.Id)).OrderBy(header => header.Due).ThenBy(header => header.Id)];
    }
}
