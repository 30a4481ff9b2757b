using System.Diagnostics.CodeAnalysis;

namespace DocScript.Engine.Transactions;

/// <summary>
/// Who commits to a document next, in the order of asking, among the transactions of one engine. Those that wait would conflict: each but the first must run again, and where
/// many want the same document some would lose every time. Turns only spare conflicts. What they don't know of, such as another process, the store's validation sees.
/// </summary>
internal sealed class DocumentTurns
{
    private readonly Lock _access = new();

    /// <summary>The documents at which it is somebody's turn, with those who wait (null: nobody did so far).</summary>
    private readonly Dictionary<long, Queue<TaskCompletionSource>?> _taken = [];

    /// <summary>Takes the turn at each document, waiting for those before; ids ascend, so that no two ever wait for each other.</summary>
    /// <returns>Whether it had to wait; what was read before is old then.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while waiting; nothing is taken then.</exception>
    public async ValueTask<bool> TakeAsync(IReadOnlyList<long> ascending, CancellationToken cancellation)
    {
        var waited = false;
        for (var taken = 0; taken < ascending.Count; taken++)
        {
            if (!MustWait(ascending[taken], out var turn)) continue;
            waited = true;
            try
            {
                using var registration = cancellation.Register(() => turn.TrySetCanceled(cancellation));
                await turn.Task.ConfigureAwait(false);
            }
            catch
            {
                for (var each = 0; each < taken; each++) Return(ascending[each]);
                throw;
            }
        }

        return waited;
    }

    /// <summary>Lets the next one have its turn at each document.</summary>
    public void Return(IReadOnlyList<long> documents)
    {
        foreach (var document in documents) Return(document);
    }

    private bool MustWait(long document, [NotNullWhen(true)] out TaskCompletionSource? turn)
    {
        lock (_access)
        {
            turn = null;
            if (_taken.TryAdd(document, null)) return false;
            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            (_taken[document] ??= new()).Enqueue(turn);
            return true;
        }
    }

    private void Return(long document)
    {
        lock (_access)
        {
            // Who gave up meanwhile is passed over.
            while (_taken[document]?.TryDequeue(out var next) == true)
                if (next.TrySetResult()) return;
            _taken.Remove(document);
        }
    }
}
