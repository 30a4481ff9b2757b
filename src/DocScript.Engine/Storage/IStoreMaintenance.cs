namespace DocScript.Engine.Storage;

/// <summary>
/// What keeps a store in order. Everything may go on meanwhile, readers and commits too. What goes wrong with disk or file is a <see cref="StoreException"/>.
/// </summary>
public interface IStoreMaintenance
{
    /// <summary>Writes the store as it is at one position to a new file, which is itself a store. The file appears whole or not at all.</summary>
    /// <exception cref="StoreException">Unavailable: the file exists already, or can't be made; full.</exception>
    Task BackupAsync(string file, CancellationToken cancellation = default);

    /// <summary>
    /// Fills an empty store with what another holds, durably, whole or not at all, whatever dies meanwhile. Only the transaction that is being appended is held in memory.
    /// Each is appended as <see cref="CopiedTransaction.On"/> makes it, with the publications that come with it and no others.
    /// </summary>
    /// <exception cref="StoreException">NotEmpty: something was committed, kept or reserved here; or what enumerating the content throws. The store is as it was.</exception>
    Task FillAsync(StoreContent content, CancellationToken cancellation = default);

    /// <summary>Gives back the space that nothing uses any more.</summary>
    Task CompactAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Removes a deleted document's content physically: from its state, its publications and every row of the journal, with the script texts and the kept results of all
    /// transactions that touched it. A tombstone stays. <see cref="Conflict"/> when there is no such document or it is not deleted. Backups made before still hold the content,
    /// and a file's log may while a reader of an older state is open, until the next checkpoint after.
    /// </summary>
    Task<CommitResult> PurgeAsync(Purge purge, CancellationToken cancellation = default);

    /// <summary>Replays and checks everything, and answers what is wrong, in words for a person, one line each; empty when all is well.</summary>
    Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellation = default);
}
