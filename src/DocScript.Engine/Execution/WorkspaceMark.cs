namespace DocScript.Engine.Execution;

/// <summary>What a <see cref="Workspace"/> had changed at one time.</summary>
/// <param name="Changed">The changed documents by id, each a copy of what the workspace held.</param>
/// <param name="OwnKeys">The keys that were given.</param>
/// <param name="KeepUpdated">The documents whose time of the last content change stays.</param>
/// <param name="Count">How many documents were changed.</param>
internal sealed record WorkspaceMark(Dictionary<long, object> Changed, Dictionary<string, long> OwnKeys, HashSet<long> KeepUpdated, int Count);
