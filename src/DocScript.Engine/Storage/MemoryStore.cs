namespace DocScript.Engine.Storage;

/// <summary>The in-memory store: an immutable state swapped under a lock. For tests, <c>check</c>, and scripts that need no file.</summary>
/// <param name="clock">By which kept results grow old; the system's clock when null.</param>
public sealed class MemoryStore(TimeProvider? clock = null) : IStore, IStoreMaintenance
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Lock _commit = new();
    private volatile MemoryState _state = MemoryState.Empty;

    /// <inheritdoc/>
    public IStoreMaintenance Maintenance => this;

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

    Task IStoreMaintenance.BackupAsync(string file, CancellationToken cancellation) =>
        Task.FromException(new StoreException(StoreProblem.Unavailable, "a store in memory has no backup", "use a store in a file"));

    Task IStoreMaintenance.FillAsync(StoreContent content, CancellationToken cancellation) => Task.Run(
        () =>
        {
            lock (_commit)
            {
                if (_state is not { Position: 0, LastIds.IsEmpty: true, Results.IsEmpty: true }) throw StoreException.NotEmpty("the store in memory");
                _state = MemoryState.Of(content, cancellation);
            }
        },
        cancellation);

    Task IStoreMaintenance.CompactAsync(CancellationToken cancellation) => Task.CompletedTask;

    Task<CommitResult> IStoreMaintenance.PurgeAsync(Purge purge, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<CommitResult>(cancellation);
        lock (_commit)
        {
            var state = _state;
            var document = state.Load(purge.Document);
            if (purge.Refuse(document) is { } refusal) return Task.FromResult<CommitResult>(refusal);
            if (state.Transactions.ContainsKey(purge.Transaction)) return Task.FromResult<CommitResult>(Conflict.CommittedBefore(purge.Transaction));
            var documents = state.With(purge);
            _state = state.Clear(documents, purge).Append(purge.On(documents, state.Position));
            return Task.FromResult<CommitResult>(new Committed(_state.Position));
        }
    }

    Task<IReadOnlyList<string>> IStoreMaintenance.VerifyAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<string>>(
        () =>
        {
            var state = _state;
            using var reader = new MemoryReader(state, _clock);
            return [.. Verification.Of(reader, state.Documents.Keys, cancellation)];
        },
        cancellation);

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
