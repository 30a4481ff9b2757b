using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;

namespace DocScript.Engine;

/// <summary>Gives a store other settings, as one transaction that undo takes back like any other.</summary>
public sealed class SettingsChange(IStore store, TimeProvider clock, IIdSource ids)
{
    /// <summary>Sets them; a result without a position says that the store has these already.</summary>
    /// <param name="settings">The new settings.</param>
    /// <param name="description">What the journal calls it, on one line.</param>
    /// <param name="actor">The user's name.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    public Task<RunResult> RunAsync(StoreSettings settings, string description, string actor, CancellationToken cancellation = default)
    {
        var instant = Instants.Now(clock);
        var id = ids.Transaction(instant);
        return new CommitLoop(store, clock).RunAsync(Attempt, cancellation);

        Attempt Attempt(IStoreReader reader)
        {
            var before = reader.Load(SystemDocuments.Settings);
            var done = new Done(id, null, [], [], []);
            if (StoreSettings.Set(before, settings, instant) is not { } changes) return new Attempt(done, null);
            return new Attempt(done, new Transaction
            {
                Id = id,
                Actor = actor,
                Instant = instant,
                Script = "# " + description,
                ReadAt = reader.Position,
                Reads = ReadSet.Empty with { Documents = ReadDocuments.Of([KeyValuePair.Create(SystemDocuments.Settings, before?.Header.Sequence ?? 0)]) },
                Documents = [changes],
            });
        }
    }
}
