using DocScript.Engine.Storage;

namespace DocScript.Testing.Cases;

/// <summary>A store that something happens to just before each commit: another writer gets in first, or the disk fails.</summary>
/// <param name="beforeCommit">Called with the number of the attempt, from 1.</param>
public sealed class InterposedStore(IStore store, Func<int, Task> beforeCommit) : IStore
{
    private int _attempts;

    /// <inheritdoc/>
    public IStoreMaintenance Maintenance => store.Maintenance;

    /// <inheritdoc/>
    public IStoreReader Read() => store.Read();

    /// <inheritdoc/>
    public async Task<CommitResult> CommitAsync(Transaction transaction, CancellationToken cancellation = default)
    {
        await beforeCommit(Interlocked.Increment(ref _attempts));
        return await store.CommitAsync(transaction, cancellation);
    }

    /// <inheritdoc/>
    public Task<long> ReserveIdsAsync(IdKind kind, int count, CancellationToken cancellation = default) => store.ReserveIdsAsync(kind, count, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();
}
