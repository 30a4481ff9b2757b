using System.Collections.Immutable;

namespace DocScript.Engine.Events;

/// <summary>One transaction for which a hook is still to be run.</summary>
/// <param name="From">The place of the hook's cursor before it.</param>
/// <param name="Transaction">Its id.</param>
/// <param name="Position">Its place in the journal.</param>
/// <param name="Actor">Who committed it.</param>
/// <param name="Depth">How many hooks stand between it and a script.</param>
/// <param name="Documents">The documents for which it raised the hook's event, by id, and the hook was not run yet.</param>
internal sealed record PendingEvents(HookPlace From, Guid Transaction, long Position, string Actor, int Depth, ImmutableArray<long> Documents);
