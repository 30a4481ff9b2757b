using DocScript.Documents.Designs;
using DocScript.Engine;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage;

/// <summary>Numbers the transactions of one test, so that ids are the same in every run.</summary>
public sealed class TransactionSource(TimeProvider clock)
{
    private int _last;

    /// <summary>The clock that instants come from.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>A new transaction that runs on a reader.</summary>
    public TransactionBuilder On(IStoreReader reader, string actor = "ann") => new(reader, NextId(), Clock.GetUtcNow(), actor);

    /// <summary>Makes another design the store's.</summary>
    /// <exception cref="InvalidOperationException">It is that of the store already, or the store refused it.</exception>
    public async Task SetDesignAsync(IStore store, Design design)
    {
        using var reader = store.Read();
        var changes = DesignDocument.Set(reader.Load(SystemDocuments.Design), design, Clock.GetUtcNow()) ?? throw new InvalidOperationException("the store has this design already");
        var result = await store.CommitAsync(On(reader).Build() with { Documents = [changes] });
        if (result is not Committed) throw new InvalidOperationException($"the design was not committed: {result}");
    }

    /// <summary>An id never given before, formed like a UUIDv7.</summary>
    public Guid NextId() => new(Interlocked.Increment(ref _last), 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
