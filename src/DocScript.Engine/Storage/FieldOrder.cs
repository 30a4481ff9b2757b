using DocScript.Documents.Values;
using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Storage;

/// <summary>
/// The one order of all values of a field. Within a kind it is the language's; what the language can't order stands kind by kind: booleans, numbers, dates, texts,
/// then lists and objects, which are all equal, and null after everything.
/// </summary>
public sealed class FieldOrder : IComparer<Value>
{
    private FieldOrder()
    {
    }

    /// <summary>The order.</summary>
    public static FieldOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Value? x, Value? y)
    {
        var (left, right) = (x ?? Value.Null, y ?? Value.Null);
        var byKind = Kind(left).CompareTo(Kind(right));
        return byKind != 0 ? byKind : Comparing.Order(left, right) ?? 0;
    }

    private static int Kind(Value value) => value switch
    {
        BooleanValue => 0,
        NumberValue => 1,
        DateValue => 2,
        TextValue => 3,
        NullValue => 5,
        _ => 4,
    };
}
