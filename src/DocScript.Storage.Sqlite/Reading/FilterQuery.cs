using System.Text;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>A query as SQL, by the engine's plan and as far as columns tell; it lets through at least what the filter does, which judges each candidate again.</summary>
internal sealed class FilterQuery
{
    private readonly StringBuilder _from = new();
    private readonly StringBuilder _where = new("d.deleted = 0 AND d.id > 0");
    private readonly List<Parameter> _values = [default, default];
    private readonly string _id = "d.id";
    private readonly string _order;

    /// <param name="indexed">What metadata the file indexes; the order is not by other metadata.</param>
    public FilterQuery(Filter filter, Ordering? order, IndexedMetadata indexed)
    {
        var plan = QueryPlan.Of(filter, order, indexed);
        switch (plan.By)
        {
            // CROSS JOIN keeps the order of the two: SQLite would have to guess which is shorter.
            case MetadataField { Property: var property }:
                // The index is in order of this one, which SQLite does not conclude from the other.
                _id = "m.document";
                _from.Append("metadata m CROSS JOIN documents d ON d.id = m.document");
                _where.Append(" AND m.property = ").Append(Bind(property));
                foreach (var comparison in plan.Search) Search(comparison);
                break;
            default:
                _from.Append("documents d ").Append(Walk(plan.By));
                break;
        }

        Columns(filter);
        (_order, Ties) = order is null ? (_id, Tie.None) : Order(order, isWalked: order.Field == plan.By);
        if (order is { Field: MetadataField field } && plan is { By: MetadataField, Search.IsEmpty: true } && !filter.Comparisons.Contains(Comparison.IsSet(field)))
            Unset = new FilterQuery(filter, field.Property);
        UnsetFirst = order?.Descending == true;
    }

    /// <summary>The documents without a property, which its index does not have, in order of id.</summary>
    private FilterQuery(Filter filter, string property)
    {
        _from.Append("documents d NOT INDEXED");
        _where.Append(" AND NOT EXISTS (SELECT 1 FROM metadata n WHERE n.document = d.id AND n.property = ").Append(Bind(property)).Append(')');
        Columns(filter);
        (_order, Ties) = (_id, Tie.None);
    }

    /// <summary>What is asked besides, or null.</summary>
    public FilterQuery? Unset { get; }

    /// <summary>Whether that comes first.</summary>
    public bool UnsetFirst { get; }

    /// <summary>The statement; its parameters are how many answers to leave out, how many to give at most, and <see cref="Values"/> from the third.</summary>
    public string Sql => $"SELECT d.id, d.sequence, {Ties.Column} FROM {_from} WHERE {_where} ORDER BY {_order} LIMIT ?2 OFFSET ?1";

    /// <summary>The values of its parameters; the first two are to be set.</summary>
    public Parameter[] Values => [.. _values];

    /// <summary>What a row's document has in common with neighbours that columns can't order.</summary>
    public Tie Ties { get; }

    /// <summary>How SQLite is told to walk the documents: by the index of a column, or by id.</summary>
    private static string Walk(FilterField? by) => by switch
    {
        ColumnField { Column: Column.Key } => "INDEXED BY sqlite_autoindex_documents_1",
        ColumnField { Column: Column.Type } => "INDEXED BY documents_type",
        ColumnField { Column: Column.Updated } => "INDEXED BY documents_updated",
        ColumnField { Column: Column.Due } => "INDEXED BY documents_due",
        _ => "NOT INDEXED",
    };

    private void Columns(Filter filter)
    {
        foreach (var comparison in filter.Comparisons)
            if (ColumnCondition.Of(comparison) is var (condition, value))
                _where.Append(" AND ").Append(value is { } bound ? condition.Replace("?", Bind(bound), StringComparison.Ordinal) : condition);
    }

    private void Search(Comparison comparison)
    {
        var form = OrderedForm.Of(comparison);
        var (first, end) = OrderedForm.Kind(form);
        // A form that is cut stands for what is less and what is greater.
        var isCut = form.Length >= OrderedForm.Longest;
        switch (comparison.Operator)
        {
            case ComparisonOperator.Equal: _where.Append(" AND m.value = ").Append(Bind(form)); break;
            case ComparisonOperator.Less or ComparisonOperator.LessOrEqual:
                _where.Append(" AND m.value >= ").Append(Bind(first));
                _where.Append(isCut || comparison.Operator is ComparisonOperator.LessOrEqual ? " AND m.value <= " : " AND m.value < ").Append(Bind(form));
                break;
            default:
                _where.Append(isCut || comparison.Operator is ComparisonOperator.GreaterOrEqual ? " AND m.value >= " : " AND m.value > ").Append(Bind(form));
                _where.Append(" AND m.value < ").Append(Bind(end));
                break;
        }
    }

    private (string Sql, Tie Tie) Order(Ordering order, bool isWalked)
    {
        var way = order.Descending ? " DESC" : "";
        switch (order.Field)
        {
            case MetadataField when isWalked: return ($"m.value{way}, {_id}", Tie.OfForm("m.value"));
            case MetadataField { Property: var property }:
                _from.Append(" LEFT JOIN metadata o ON o.document = d.id AND o.property = ").Append(Bind(property));
                return ($"o.value IS NULL{way}, o.value{way}, {_id}", Tie.OfForm("o.value"));
            case ColumnField { Column: Column.Id }: return (_id + way, Tie.None);
            case ColumnField { Column: Column.Title }: return ($"d.title COLLATE {TextOrder.Name}{way}, {_id}", Tie.OfTitle);
            case ColumnField { Column: Column.Type }: return ($"d.type COLLATE {TextOrder.Name}{way}, {_id}", Tie.None);
            case ColumnField { Column: Column.Published }: return ($"d.published IS NOT NULL{way}, {_id}", Tie.None);
            case ColumnField { Column: Column.Due } when !isWalked: return ($"d.due IS NULL{way}, d.due{way}, {_id}", Tie.None);
            case ColumnField { Column: var column }: return ($"d.{column.ToString().ToLowerInvariant()}{way}, {_id}", Tie.None);
            default: throw new ArgumentException($"no order by {order.Field}", nameof(order));
        }
    }

    private string Bind(Parameter value)
    {
        _values.Add(value);
        return FormattableString.Invariant($"?{_values.Count}");
    }
}
