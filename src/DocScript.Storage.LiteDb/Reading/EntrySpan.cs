using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using LiteDB;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>The entries from one to another, both included, that comparisons of one field let through.</summary>
internal readonly record struct EntrySpan(BsonValue From, BsonValue To)
{
    public static EntrySpan Of(QueryPlan plan)
    {
        var field = plan.By!;
        var start = IndexEntry.Start(field);
        var span = new EntrySpan(start, new([.. start, 0xFF]));
        foreach (var comparison in plan.Search) span = span.Within(Of(field, comparison));
        return span;
    }

    private static EntrySpan Of(FilterField field, Comparison comparison)
    {
        var form = OrderedForm.Of(comparison);
        var (first, end) = OrderedForm.Kind(form);
        var (start, value) = (IndexEntry.Start(field), IndexEntry.Of(field, form));
        // A form that is cut stands for what is less and what is greater.
        var isCut = form.Length >= OrderedForm.Longest;
        return comparison.Operator switch
        {
            ComparisonOperator.Equal => new(value.First, value.Last),
            ComparisonOperator.Less when !isCut => new(new([.. start, .. first]), value.Before),
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual => new(new([.. start, .. first]), value.Last),
            ComparisonOperator.Greater when !isCut => new(value.Last, new([.. start, .. end])),
            _ => new(value.First, new([.. start, .. end])),
        };
    }

    private EntrySpan Within(EntrySpan other) => new(From > other.From ? From : other.From, To < other.To ? To : other.To);
}
