using System.Collections.Immutable;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Storage;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary>The part of a <c>where</c> that a store can judge: its conjuncts that compare a header column or a metadata property with a constant.</summary>
internal sealed class FilterExtraction
{
    private readonly Evaluator _evaluator;
    private readonly FilterConjuncts _conjuncts;

    /// <param name="variable">The loop's variable, or null.</param>
    public FilterExtraction(string? variable, Evaluator evaluator)
    {
        _evaluator = evaluator;
        var scope = evaluator.State.Scope;
        _conjuncts = new(
            evaluator.State.Workspace.Design,
            variable,
            name => scope.Find(name) is not null,
            name => scope.Find(name) is not null and not DocumentReference and not ComponentReference);
    }

    /// <summary>The filter, and whether it says all that the condition does.</summary>
    public (Filter Filter, bool IsWhole) Of(Expression? where)
    {
        if (where is null) return (Filter.All, true);
        var (found, isWhole) = (ImmutableArray.CreateBuilder<Comparison>(), true);
        foreach (var conjunct in _conjuncts.Of(where))
        {
            if (conjunct is { } compared && Value(compared) is { } value) found.Add(new Comparison(compared.Field, compared.Operator, value));
            else isWhole = false;
        }

        return (new Filter(found.ToImmutable()), isWhole);
    }

    /// <summary>The field that an expression reads of each document, or null where it is anything else.</summary>
    public FilterField? Field(Expression expression) => _conjuncts.Field(expression);

    private Value? Value(FilterConjunct conjunct) => conjunct.Constant is null ? new BooleanValue(conjunct.Flag) : Constant(conjunct.Constant, conjunct.Field);

    private Value? Constant(Expression expression, FilterField field)
    {
        Value value;
        try
        {
            value = _evaluator.EvaluatePlain(expression);
        }
        catch (ScriptFault)
        {
            return null;
        }

        return value switch
        {
            DocumentReference or ComponentReference => null,
            TextValue text when field is MetadataField { IsDate: true } or ColumnField { Column: Column.Updated or Column.Created } => DateValue.TryParse(text.Text, out var date) ? date : null,
            _ => value,
        };
    }
}
