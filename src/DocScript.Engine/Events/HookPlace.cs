namespace DocScript.Engine.Events;

/// <summary>How far in the journal a hook has been run. Told by transactions, not positions, which another kind of store would number otherwise.</summary>
/// <param name="Transaction">The last transaction whose events it was run for, or null where it is to begin with the first of all.</param>
/// <param name="Document">The last document of that transaction that it was run for, or null where it was for all.</param>
internal sealed record HookPlace(Guid? Transaction, long? Document);
