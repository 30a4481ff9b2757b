using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>A plan that can be applied later: the whole transaction with its read set and reserved ids. Its file form is <c>Json/SavedPlanJson</c>.</summary>
/// <param name="Transaction">The transaction; its <see cref="Transaction.Script"/>, parameters, actor and instant are the plan's.</param>
/// <param name="Printed">The lines that the run printed.</param>
public sealed record SavedPlan(Transaction Transaction, System.Collections.Immutable.ImmutableArray<string> Printed);
