using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary>A conjunct of a <c>where</c> that compares a header column or a metadata property with something that is the same for all documents.</summary>
/// <param name="Constant">What it is compared with, or null for a flag.</param>
/// <param name="Flag">The value of a flag.</param>
internal readonly record struct FilterConjunct(FilterField Field, ComparisonOperator Operator, Expression? Constant, bool Flag = false);

/// <summary>Finds the conjuncts of a <c>where</c> that a store can judge, by their form alone, so that check and run agree.</summary>
/// <param name="variable">The loop's variable, or null.</param>
/// <param name="isVariable">Whether a name is a variable outside the loop.</param>
/// <param name="isPlain">Whether it is one whose value is no document and no component.</param>
internal sealed class FilterConjuncts(Design design, string? variable, Func<string, bool> isVariable, Func<string, bool> isPlain)
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

    /// <summary>Those of a condition, in order; null for each that a store can't judge.</summary>
    public IEnumerable<FilterConjunct?> Of(Expression where)
    {
        var conjuncts = new Stack<Expression>([where]);
        while (conjuncts.TryPop(out var conjunct))
        {
            switch (conjunct)
            {
                case ParenthesizedExpression inner: conjuncts.Push(inner.Inner); break;
                case BinaryExpression { Operator: BinaryOperator.And } and: conjuncts.Push(and.Right); conjuncts.Push(and.Left); break;
                default: yield return Compare(conjunct); break;
            }
        }
    }

    private FilterConjunct? Compare(Expression conjunct)
    {
        switch (conjunct)
        {
            case UnaryExpression { Operator: UnaryOperator.Not, Operand: var operand } when Field(operand) is ColumnField { Column: Column.Published } published:
                return new FilterConjunct(published, ComparisonOperator.Equal, null, Flag: false);
            case BinaryExpression binary when Comparisons.TryGetValue(binary.Operator, out var operators):
                if (Field(binary.Left) is { } left && IsConstant(binary.Right)) return new FilterConjunct(left, operators.Operator, binary.Right);
                return Field(binary.Right) is { } right && IsConstant(binary.Left) ? new FilterConjunct(right, operators.Flipped, binary.Left) : null;
            case NameExpression { Name: "unpublished" } when !isVariable("unpublished"):
                return new FilterConjunct(new ColumnField(Column.Published), ComparisonOperator.Equal, null, Flag: false);
            default:
                return Field(conjunct) is ColumnField { Column: Column.Published } flag ? new FilterConjunct(flag, ComparisonOperator.Equal, null, Flag: true) : null;
        }
    }

    /// <summary>The field that an expression reads of each document, or null where it is anything else.</summary>
    public FilterField? Field(Expression expression) => expression switch
    {
        ParenthesizedExpression inner => Field(inner.Inner),
        NameExpression { Name: var name } when !isVariable(name) => ColumnOf(name),
        MemberExpression { Of: NameExpression { Name: var owner }, Member.Text: var name } when IsCandidate(owner) => ColumnOf(name),
        MemberExpression { Of: NameExpression { Name: "meta" }, Member.Text: var property } when !isVariable("meta") => Metadata(property),
        MemberExpression { Of: MemberExpression { Of: NameExpression { Name: var owner }, Member.Text: "meta" }, Member.Text: var property } when IsCandidate(owner) => Metadata(property),
        _ => null,
    };

    // A title that is made of metadata stands in no column.
    private ColumnField? ColumnOf(string name) =>
        Columns.TryGetValue(name, out var column) && !(column is Column.Title && DisplayTitle.IsComputed(design)) ? new ColumnField(column) : null;

    private bool IsCandidate(string owner) => string.Equals(owner, variable, StringComparison.Ordinal);

    // A property that no content type has is an error, which the evaluation of the whole condition raises.
    private MetadataField? Metadata(string property) =>
        Evaluation.Metadata.IsMixed(design, property) || Rules.MetadataExists(design, null, MetadataPath.Of(property)) is not null
            ? null
            : new MetadataField(property, Evaluation.Metadata.IsDate(design, property));

    private bool IsConstant(Expression expression) => expression switch
    {
        TextLiteral or IntegerLiteral or DecimalLiteral or BooleanLiteral or NullLiteral => true,
        ParenthesizedExpression inner => IsConstant(inner.Inner),
        NameExpression { Name: var name } => !IsCandidate(name) && isPlain(name),
        CallExpression { Function: not ("document" or "component") } call => call.Arguments.All(IsConstant),
        _ => false,
    };
}
