using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Transactions;

/// <summary>Attempts, commits, and attempts again when another transaction came between.</summary>
internal static class CommitLoop
{
    private const int MostReruns = 5;

    public static async Task<RunResult> RunAsync(IStore store, TimeProvider clock, Func<IStoreReader, Attempt> attempt, CancellationToken cancellation)
    {
        for (var reruns = 0; ; reruns++)
        {
            var (result, transaction) = Try(store, attempt);
            if (transaction is null || result is not Done done) return result;
            switch (await store.CommitAsync(transaction, cancellation).ConfigureAwait(false))
            {
                case Committed committed:
                    return done with { Position = transaction.Documents.IsEmpty ? null : committed.Position, Reruns = reruns };
                case AlreadyCommitted already:
                    return Earlier(store, already.Earlier);
                case KeyReused reused:
                    return Refusals.KeyReused(transaction.Key!.Key, reused.Earlier);
                case Conflict conflict when reruns == MostReruns:
                    return new InConflict([new Diagnostic(EngineCodes.KeptChanging, Severity.Error, $"other transactions came between {MostReruns + 1} times, last: {conflict.Moved}", Help: "run it again when there is less traffic, or make it smaller", Note: Refusals.NothingChanged)]);
                default:
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * (1 << reruns)), clock, cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    private static Attempt Try(IStore store, Func<IStoreReader, Attempt> attempt)
    {
        using var reader = store.Read();
        return attempt(reader);
    }

    private static Done Earlier(IStore store, KeptResult kept)
    {
        using var reader = store.Read();
        return RepeatedResult.Of(reader, kept);
    }
}
