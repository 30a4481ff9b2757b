using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>One attempt on one snapshot: what it would answer, and the transaction to commit where there is one.</summary>
/// <param name="Result">The answer; for a <see cref="Done"/> with a transaction, as it will be once that is committed.</param>
/// <param name="Transaction">What to commit, or null where there is nothing to.</param>
internal sealed record Attempt(RunResult Result, Transaction? Transaction);
