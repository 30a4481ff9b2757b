using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Storage;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary>The part of a <c>where</c> that a store can judge: its conjuncts that compare a header column or a metadata property with a constant.</summary>
internal static class FilterExtraction
{
    public static Filter Of(Expression? where, string? variable, Evaluator evaluator)
    {
        if (where is null) return Filter.All;
        var found = ImmutableArray.CreateBuilder<Comparison>();
        foreach (var conjunct in Conjuncts(variable, evaluator).Of(where))
        {
            var value = conjunct.Constant is null ? new BooleanValue(conjunct.Flag) : Constant(conjunct.Constant, conjunct.Field, evaluator);
            if (value is not null) found.Add(new Comparison(conjunct.Field, conjunct.Operator, value));
        }

        return new Filter(found.ToImmutable());
    }

    /// <summary>The filter in words, for plans: who asks, what header columns and indexes narrow, and what every document left is read for.</summary>
    public static string Describe(string asker, Filter filter, Design design)
    {
        var (narrowed, scanned) = (new List<string>(), new List<string>());
        foreach (var comparison in filter.Comparisons)
        {
            switch (comparison.Field)
            {
                case ColumnField column: narrowed.Add(column.Column.ToString().ToLowerInvariant()); break;
                case MetadataField metadata: (IsIndexed(design, metadata, comparison) ? narrowed : scanned).Add($"meta.{metadata.Property}"); break;
            }
        }

        var by = narrowed.Count == 0 ? null : "by " + string.Join(", ", narrowed.Distinct(StringComparer.Ordinal));
        var scan = scanned.Count == 0 ? null : "scan for " + string.Join(", ", scanned.Distinct(StringComparer.Ordinal));
        return asker + ": " + (by is null && scan is null ? "scan of all documents" : string.Join(", then ", new[] { by, scan }.OfType<string>()));
    }

    private static bool IsIndexed(Design design, MetadataField metadata, Comparison comparison) =>
        comparison is { Operator: ComparisonOperator.Equal, Value: not DateValue }
        && design.ContentTypes.Values.Any(type => type.Metadata.TryGetValue(metadata.Property, out var property) && property.Indexed);

    private static FilterConjuncts Conjuncts(string? variable, Evaluator evaluator)
    {
        var scope = evaluator.State.Scope;
        return new(
            evaluator.State.Workspace.Design,
            variable,
            name => scope.Find(name) is not null,
            name => scope.Find(name) is not null and not DocumentReference and not ComponentReference);
    }

    private static Value? Constant(Expression expression, FilterField field, Evaluator evaluator)
    {
        Value value;
        try
        {
            value = evaluator.EvaluatePlain(expression);
        }
        catch (ScriptFault)
        {
            return null;
        }

        var isDate = field switch
        {
            ColumnField { Column: Column.Updated or Column.Created } => true,
            MetadataField metadata => Evaluation.Metadata.IsDate(evaluator.State.Workspace.Design, metadata.Property),
            _ => false,
        };
        return value switch
        {
            DocumentReference or ComponentReference => null,
            TextValue text when isDate => DateValue.TryParse(text.Text, out var date) ? date : null,
            _ => value,
        };
    }
}
