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
    private static readonly Dictionary<string, Column> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = Column.Id,
        ["key"] = Column.Key,
        ["type"] = Column.Type,
        ["title"] = Column.Title,
        ["published"] = Column.Published,
        ["updated"] = Column.Updated,
        ["created"] = Column.Created,
    };

    private static readonly Dictionary<BinaryOperator, (ComparisonOperator Operator, ComparisonOperator Flipped)> Comparisons = new()
    {
        [BinaryOperator.Equal] = (ComparisonOperator.Equal, ComparisonOperator.Equal),
        [BinaryOperator.NotEqual] = (ComparisonOperator.NotEqual, ComparisonOperator.NotEqual),
        [BinaryOperator.Less] = (ComparisonOperator.Less, ComparisonOperator.Greater),
        [BinaryOperator.LessOrEqual] = (ComparisonOperator.LessOrEqual, ComparisonOperator.GreaterOrEqual),
        [BinaryOperator.Greater] = (ComparisonOperator.Greater, ComparisonOperator.Less),
        [BinaryOperator.GreaterOrEqual] = (ComparisonOperator.GreaterOrEqual, ComparisonOperator.LessOrEqual),
    };

    public static Filter Of(Expression? where, string? variable, Evaluator evaluator)
    {
        if (where is null) return Filter.All;
        var found = ImmutableArray.CreateBuilder<Comparison>();
        var conjuncts = new Stack<Expression>([where]);
        while (conjuncts.TryPop(out var conjunct))
        {
            switch (conjunct)
            {
                case ParenthesizedExpression inner: conjuncts.Push(inner.Inner); break;
                case BinaryExpression { Operator: BinaryOperator.And } and: conjuncts.Push(and.Right); conjuncts.Push(and.Left); break;
                default:
                    if (Compare(conjunct, variable, evaluator) is { } comparison) found.Add(comparison);
                    break;
            }
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

    private static Comparison? Compare(Expression conjunct, string? variable, Evaluator evaluator)
    {
        switch (conjunct)
        {
            case UnaryExpression { Operator: UnaryOperator.Not, Operand: var operand } when Field(operand, variable, evaluator) is ColumnField { Column: Column.Published } published:
                return new Comparison(published, ComparisonOperator.Equal, new BooleanValue(false));
            case BinaryExpression binary when Comparisons.TryGetValue(binary.Operator, out var operators):
                if (Field(binary.Left, variable, evaluator) is { } left && Constant(binary.Right, variable, left, evaluator) is { } right)
                    return new Comparison(left, operators.Operator, right);
                return Field(binary.Right, variable, evaluator) is { } field && Constant(binary.Left, variable, field, evaluator) is { } constant
                    ? new Comparison(field, operators.Flipped, constant)
                    : null;
            case NameExpression { Name: "unpublished" } when evaluator.State.Scope.Find("unpublished") is null:
                return new Comparison(new ColumnField(Column.Published), ComparisonOperator.Equal, new BooleanValue(false));
            default:
                return Field(conjunct, variable, evaluator) is ColumnField { Column: Column.Published } flag
                    ? new Comparison(flag, ComparisonOperator.Equal, new BooleanValue(true))
                    : null;
        }
    }

    private static FilterField? Field(Expression expression, string? variable, Evaluator evaluator) =>
        Named(expression, variable, evaluator) is var field && field is ColumnField { Column: Column.Title } && DisplayTitle.IsComputed(evaluator.State.Workspace.Design) ? null : field;

    private static FilterField? Named(Expression expression, string? variable, Evaluator evaluator)
    {
        var scope = evaluator.State.Scope;
        return expression switch
        {
            ParenthesizedExpression inner => Named(inner.Inner, variable, evaluator),
            NameExpression { Name: var name } when scope.Find(name) is null && Columns.TryGetValue(name, out var column) => new ColumnField(column),
            MemberExpression { Of: NameExpression { Name: var owner }, Member.Text: var name } when IsCandidate(owner, variable) && Columns.TryGetValue(name, out var column) => new ColumnField(column),
            MemberExpression { Of: NameExpression { Name: "meta" }, Member.Text: var property } when scope.Find("meta") is null => Metadata(property, evaluator),
            MemberExpression { Of: MemberExpression { Of: NameExpression { Name: var owner }, Member.Text: "meta" }, Member.Text: var property } when IsCandidate(owner, variable) => Metadata(property, evaluator),
            _ => null,
        };
    }

    private static bool IsCandidate(string owner, string? variable) => string.Equals(owner, variable, StringComparison.Ordinal);

    // A property that no content type has is an error, which the evaluation of the whole condition raises.
    private static MetadataField? Metadata(string property, Evaluator evaluator)
    {
        var design = evaluator.State.Workspace.Design;
        return Evaluation.Metadata.IsMixed(design, property) || Rules.MetadataExists(design, null, MetadataPath.Of(property)) is not null ? null : new MetadataField(property);
    }

    private static Value? Constant(Expression expression, string? variable, FilterField field, Evaluator evaluator)
    {
        if (!IsConstant(expression, variable, evaluator.State.Scope)) return null;
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

    private static bool IsConstant(Expression expression, string? variable, Scope scope) => expression switch
    {
        TextLiteral or IntegerLiteral or DecimalLiteral or BooleanLiteral or NullLiteral => true,
        ParenthesizedExpression inner => IsConstant(inner.Inner, variable, scope),
        NameExpression { Name: var name } => !IsCandidate(name, variable) && scope.Find(name) is not null and not DocumentReference and not ComponentReference,
        CallExpression { Function: not ("document" or "component") } call => call.Arguments.All(argument => IsConstant(argument, variable, scope)),
        _ => false,
    };
}
