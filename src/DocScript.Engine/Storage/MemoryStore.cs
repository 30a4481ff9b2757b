namespace DocScript.Engine.Storage;

/// <summary>The in-memory store: an immutable state swapped under a lock. For tests, <c>check</c>, and scripts that need no file.</summary>
/// <param name="clock">By which kept results grow old; the system's clock when null.</param>
public sealed class MemoryStore(TimeProvider? clock = null) : IStore
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Lock _commit = new();
    private volatile MemoryState _state = MemoryState.Empty;

    /// <inheritdoc/>
    public IStoreReader Read() => new MemoryReader(_state, _clock);

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(Transaction transaction, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<CommitResult>(cancellation);
        CommitValidation.EnsureWellFormed(transaction);
        lock (_commit) return Task.FromResult(Commit(transaction));
    }

    /// <inheritdoc/>
    public Task<long> ReserveIdsAsync(IdKind kind, int count, CancellationToken cancellation = default)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<long>(cancellation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        lock (_commit)
        {
            var last = _state.LastId(kind);
            _state = _state.Reserve(kind, checked(last + count));
            return Task.FromResult(last + 1);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private CommitResult Commit(Transaction transaction)
    {
        var (state, now) = (_state, _clock.GetUtcNow());
        if (transaction.Key is { } key && state.Results.Find(transaction.Actor, key.Key, now) is { } earlier) return earlier.Answer(key);
        if (CommitValidation.Validate(transaction, state) is { } conflict) return conflict;
        if (state.Transactions.ContainsKey(transaction.Id)) return Conflict.CommittedBefore(transaction.Id);

        if (!transaction.Documents.IsEmpty) state = state.Append(transaction);
        if (transaction.Key is { } used)
            state = state with { Results = state.Results.With(transaction.Actor, used.Key, KeptResult.Of(transaction, used, now), now) };
        _state = state;
        return new Committed(state.Position);
    }
}
