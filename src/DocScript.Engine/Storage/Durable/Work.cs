
namespace DocScript.Engine.Storage.Durable;

/// <summary>Something that waits for the writer. It is done inside a group's transaction and answered after that is durable.</summary>
internal abstract class Work(CancellationToken cancellation)
{
    /// <summary>Whether its caller gave up before the writer took it; it is answered then.</summary>
    public bool IsAbandoned()
    {
        if (!Cancellation.IsCancellationRequested) return false;
        Cancel(Cancellation);
        return true;
    }

    protected CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether it can be done in a transaction with others; what can't is done alone and outside of one.</summary>
    public virtual bool InGroup => true;

    /// <summary>Does the work; may be done again when the group is taken back.</summary>
    public abstract void Do(IWriteTarget target);

    /// <summary>Answers what <see cref="Do"/> came to.</summary>
    public abstract void Answer();

    /// <summary>Answers that it failed.</summary>
    public abstract void Fail(Exception error);

    protected abstract void Cancel(CancellationToken token);
}

/// <summary>Work with an answer.</summary>
internal abstract class Work<T>(CancellationToken cancellation) : Work(cancellation)
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;

    public Task<T> Task => _completion.Task;

    public sealed override void Do(IWriteTarget target) => _answer = Result(target);

    public sealed override void Answer() => _completion.TrySetResult(_answer!);

    public sealed override void Fail(Exception error) => _completion.TrySetException(error);

    protected abstract T Result(IWriteTarget target);

    protected sealed override void Cancel(CancellationToken token) => _completion.TrySetCanceled(token);
}

/// <summary>A transaction to commit.</summary>
internal sealed class CommitWork(EncodedTransaction transaction, CancellationToken cancellation) : Work<CommitResult>(cancellation)
{
    protected override CommitResult Result(IWriteTarget target) => target.Commit(transaction);
}

/// <summary>Ids to reserve.</summary>
internal sealed class ReserveWork(IdKind kind, int count, CancellationToken cancellation) : Work<long>(cancellation)
{
    protected override long Result(IWriteTarget target) => target.Reserve(kind, count);
}

/// <summary>A document to purge.</summary>
internal sealed class PurgeWork(Purge purge, CancellationToken cancellation) : Work<CommitResult>(cancellation)
{
    public override bool InGroup => false;

    protected override CommitResult Result(IWriteTarget target) => target.Purge(purge);
}

/// <summary>A store to fill with what another holds.</summary>
internal sealed class FillWork(StoreContent content, CancellationToken cancellation) : Work<bool>(cancellation)
{
    public override bool InGroup => false;

    protected override bool Result(IWriteTarget target)
    {
        target.Fill(content, Cancellation);
        return true;
    }
}

/// <summary>Space to give back.</summary>
internal sealed class CompactWork(CancellationToken cancellation) : Work<bool>(cancellation)
{
    public override bool InGroup => false;

    protected override bool Result(IWriteTarget target)
    {
        target.Compact(Cancellation);
        return true;
    }
}
