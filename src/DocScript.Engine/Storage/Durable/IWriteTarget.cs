namespace DocScript.Engine.Storage.Durable;

/// <summary>What a store's one writer writes to: where a group begins and ends, and what one member of it does. One thread uses it at a time.</summary>
internal interface IWriteTarget : IDisposable
{
    /// <summary>Whether the log should be moved into the file, between two groups.</summary>
    bool CheckpointIsDue { get; }

    /// <summary>Begins a group: nothing else writes until it ends or is taken back.</summary>
    void Begin();

    /// <summary>Makes the group durable; only then is it known to readers.</summary>
    void End();

    /// <summary>Undoes what was not made durable.</summary>
    void TakeBack();

    /// <summary>Moves the log into the file, as far as that is possible now.</summary>
    void RunCheckpoint();

    /// <summary>Commits a member of the group.</summary>
    CommitResult Commit(EncodedTransaction encoded);

    /// <summary>Reserves ids as a member of the group; answers the first.</summary>
    long Reserve(IdKind kind, int count);

    /// <summary>Purges a document, as a group of its own.</summary>
    CommitResult Purge(Purge purge);

    /// <summary>Fills an empty store with what another holds, whole or not at all (<see cref="IStoreMaintenance.FillAsync"/>).</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the store is empty still.</exception>
    void Fill(StoreContent content, CancellationToken cancellation);

    /// <summary>Gives space back, outside of a group.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the store is as it was.</exception>
    void Compact(CancellationToken cancellation);
}

/// <summary>What every write target can do with that.</summary>
internal static class WriteTarget
{
    /// <summary>Does work as a group of its own, which is taken back when the work fails or comes to a conflict; answers what it came to.</summary>
    public static T Alone<T>(this IWriteTarget target, Func<T> work)
    {
        try
        {
            target.Begin();
            var result = work();
            if (result is Conflict) target.TakeBack();
            else target.End();
            return result;
        }
        catch
        {
            target.TakeBack();
            throw;
        }
    }
}
