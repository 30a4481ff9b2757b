namespace DocScript.Engine.Storage;

/// <summary>What became of a commit.</summary>
public abstract record CommitResult;

/// <summary>The transaction stands, durably, at a position. A transaction without changes has the position it was validated at.</summary>
public sealed record Committed(long Position) : CommitResult;

/// <summary>Something it read moved on; nothing was changed.</summary>
/// <param name="Moved">What, in words for a person: <c>document 42 is at sequence 8, not 7</c>.</param>
public sealed record Conflict(string Moved) : CommitResult
{
    /// <summary>The answer of every store to a transaction id that was committed before.</summary>
    public static Conflict CommittedBefore(Guid transaction) => new($"transaction {transaction} was committed before");
}

/// <summary>The same key with the same hash was committed before; here is its whole result.</summary>
public sealed record AlreadyCommitted(KeptResult Earlier) : CommitResult;

/// <summary>The key was used for another script, other parameters or another document.</summary>
public sealed record KeyReused(KeptResult Earlier) : CommitResult;

/// <summary>The result kept under an idempotency key.</summary>
/// <param name="At">When it was committed, by the store's clock.</param>
public sealed record KeptResult(Guid Transaction, string Hash, string Result, DateTimeOffset At)
{
    /// <summary>How long results are kept: 7 days.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(7);

    /// <summary>What a store keeps of a transaction with a key.</summary>
    public static KeptResult Of(Transaction transaction, IdempotencyKey key, DateTimeOffset now) => new(transaction.Id, key.Hash, transaction.Result, now);

    /// <summary>Whether it was kept its time; stores then act as if it were not there.</summary>
    public bool IsOver(DateTimeOffset now) => now - At > Lifetime;

    /// <summary>The answer when the key comes again.</summary>
    public CommitResult Answer(IdempotencyKey again) =>
        string.Equals(again.Hash, Hash, StringComparison.Ordinal) ? new AlreadyCommitted(this) : new KeyReused(this);
}
