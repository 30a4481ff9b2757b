using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Transactions;

/// <summary>Attempts, commits, and attempts again when another transaction came between.</summary>
internal sealed class CommitLoop(IStore store, TimeProvider clock)
{
    private const int MostConflicts = 5;

    /// <summary>A transaction of more documents takes no turns: it would hold up everybody.</summary>
    private const int MostTurns = 16;

    private readonly DocumentTurns _turns = new();

    /// <param name="prepare">What is to be done before the first commit, or null.</param>
    public async Task<RunResult> RunAsync(Func<IStoreReader, Attempt> attempt, CancellationToken cancellation, Func<Task>? prepare = null)
    {
        IReadOnlyList<long> turns = [];
        try
        {
            for (var (reruns, conflicts) = (0, 0); ; reruns++)
            {
                var (result, transaction) = Try(attempt);
                if (transaction is null || result is not Done done) return result;
                if (prepare is not null) await prepare().ConfigureAwait(false);
                prepare = null;
                if (turns.Count == 0)
                {
                    var wanted = Written(transaction);
                    var waited = await _turns.TakeAsync(wanted, cancellation).ConfigureAwait(false);
                    turns = wanted;
                    if (waited) continue;
                }

                switch (await store.CommitAsync(transaction, cancellation).ConfigureAwait(false))
                {
                    case Committed committed:
                        return done with { Position = transaction.Documents.IsEmpty ? null : committed.Position, Reruns = reruns };
                    case AlreadyCommitted already:
                        return Earlier(already.Earlier);
                    case KeyReused reused:
                        return Refusals.KeyReused(transaction.Key!.Key, reused.Earlier);
                    case Conflict conflict when conflicts == MostConflicts:
                        return new InConflict([new Diagnostic(EngineCodes.KeptChanging, Severity.Error, $"other transactions came between {MostConflicts + 1} times, last: {conflict.Moved}", Help: "run it again when there is less traffic, or make it smaller", Note: Refusals.NothingChanged)]);
                }

                var all = Touched(transaction);
                if (all.All(turns.Contains))
                {
                    // What was read may have been old when the turn came. After that it is somebody who takes no turns here, and may come again.
                    if (conflicts > 0) await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * (1 << conflicts)), clock, cancellation).ConfigureAwait(false);
                }
                else
                {
                    _turns.Return(turns);
                    turns = [];
                    await _turns.TakeAsync(all, cancellation).ConfigureAwait(false);
                    turns = all;
                }

                conflicts++;
            }
        }
        finally
        {
            _turns.Return(turns);
        }
    }

    private static IReadOnlyList<long> Written(Transaction transaction) =>
        transaction.Documents.Length <= MostTurns ? [.. transaction.Documents.Select(document => document.Id)] : [];

    // Also what it only read; the design is left out, which everybody reads.
    private static IReadOnlyList<long> Touched(Transaction transaction) =>
        transaction.Reads.Documents.Count <= MostTurns ? [.. transaction.Documents.Select(document => document.Id).Union(transaction.Reads.Documents.Ids.Where(id => id != SystemDocuments.Design)).Order()] : [];

    private Attempt Try(Func<IStoreReader, Attempt> attempt)
    {
        using var reader = store.Read();
        return attempt(reader);
    }

    private Done Earlier(KeptResult kept)
    {
        using var reader = store.Read();
        return RepeatedResult.Of(reader, kept);
    }
}
