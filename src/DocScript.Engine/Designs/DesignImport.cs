using DocScript.Documents.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;

namespace DocScript.Engine.Designs;

/// <summary>Gives a store another design, as one transaction that undo takes back like any other.</summary>
public sealed class DesignImport(IStore store, TimeProvider clock, IIdSource ids)
{
    /// <summary>
    /// Imports a design. Documents that it would break refuse it (DS3197, <see cref="DesignDraft.Impact"/>) unless <paramref name="force"/> is given; that they were looked at
    /// is part of the commit, so none can be made or changed meanwhile.
    /// </summary>
    /// <param name="design">The design; without content types the store's stay.</param>
    /// <param name="name">What the journal calls it.</param>
    /// <param name="actor">The user's name.</param>
    /// <param name="force">Whether documents may break.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <returns>What became of it, and the last draft.</returns>
    public async Task<(RunResult Result, DesignDraft Draft)> RunAsync(Design design, string name, string actor, bool force, CancellationToken cancellation = default)
    {
        var instant = Instants.Now(clock);
        var id = ids.Transaction(instant);
        DesignDraft? draft = null;
        var result = await new CommitLoop(store, clock).RunAsync(Attempt, cancellation).ConfigureAwait(false);
        return (result, draft!);

        Attempt Attempt(IStoreReader reader)
        {
            draft = DesignDraft.Of(reader, design, cancellation);
            var done = new Done(id, null, [], [], []);
            if (draft.IsSame) return new Attempt(done, null);
            if (draft.Impact.Count > 0 && !force) return new Attempt(new Failed(draft.Impact.Diagnostics(Phase.Execution, Refusals.NothingChanged)), null);
            return DesignDocument.Set(reader.Load(SystemDocuments.Design), draft.After, instant) is { } changes
                ? new Attempt(done with { ChangesDesign = true }, Transaction(draft, changes, reader.Position))
                : new Attempt(done, null);
        }

        Transaction Transaction(DesignDraft drafted, DocumentChanges changes, long position) => new()
        {
            Id = id,
            Actor = actor,
            Instant = instant,
            Script = $"# import of design {name}",
            ReadAt = position,
            Reads = drafted.Reads,
            Documents = [changes],
        };
    }
}
