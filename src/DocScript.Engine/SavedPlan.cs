using System.Collections.Immutable;
using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>A plan that can be applied later: the whole transaction with its read set and reserved ids. Its file form is <c>Json/SavedPlanJson</c>.</summary>
/// <param name="Transaction">The transaction; its <see cref="Transaction.Script"/>, parameters, actor and instant are the plan's.</param>
/// <param name="Printed">The lines that the run printed.</param>
public sealed record SavedPlan(Transaction Transaction, ImmutableArray<string> Printed)
{
    /// <summary>The absolute paths of the folders of C# commands whose hooks its script had: those that were named, and the one beside it. They are asked again when it is applied.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];
}
