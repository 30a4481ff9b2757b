using DocScript.Documents.Values;
using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Storage;

/// <summary>How a field is compared.</summary>
public enum ComparisonOperator
{
    /// <summary>Deep equality, also with null.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>Less; false with null or with another kind of value.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,
}

/// <summary>One comparison of a field with a constant.</summary>
public sealed record Comparison(FilterField Field, ComparisonOperator Operator, Value Value)
{
    /// <summary>That a field is not null.</summary>
    public static Comparison IsSet(FilterField field) => new(field, ComparisonOperator.NotEqual, Value.Null);

    /// <summary>Whether a document meets it: the language's own comparison (language.md section 3), text against a date read as ISO 8601.</summary>
    public bool Matches(Document document) => Holds(Field.Read(document), Operator, Value);

    /// <summary>What a header alone can tell: false when no document with this header meets it.</summary>
    public bool CanMatch(Header header) => Field is not ColumnField column || column.Read(header) is not { } value || Holds(value, Operator, Value);

    /// <summary>Whether it is met where the field has a value.</summary>
    internal bool Allows(Value value) => Holds(value, Operator, Value);

    private static bool Holds(Value left, ComparisonOperator comparison, Value right) => comparison switch
    {
        ComparisonOperator.Equal => Comparing.AreEqual(left, right),
        ComparisonOperator.NotEqual => !Comparing.AreEqual(left, right),
        ComparisonOperator.Less => Comparing.Order(left, right) < 0,
        ComparisonOperator.LessOrEqual => Comparing.Order(left, right) <= 0,
        ComparisonOperator.Greater => Comparing.Order(left, right) > 0,
        _ => Comparing.Order(left, right) >= 0,
    };
}
