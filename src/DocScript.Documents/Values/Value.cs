namespace DocScript.Documents.Values;

/// <summary>
/// A value of the language and of documents. Equality is deep, <c>null</c> is equal to itself only, <c>1</c> equals <c>1.0</c>, and the order of an
/// object's keys does not count. What is stored is null, boolean, integer, decimal, text, list or object; dates are stored as ISO 8601 text.
/// The engine derives references to documents and components from it; they are never stored.
/// A class and not a record, because a record can't be equal to one of another type, as an integer is to a decimal.
/// </summary>
public abstract class Value : IEquatable<Value>
{
    /// <summary>How deep lists and objects may lie in one another: so that no recursion over a value can exhaust the stack.</summary>
    public const int MaxDepth = 200;

    /// <summary>What the language calls this kind of value: <c>text</c>, <c>integer</c>, …, for messages.</summary>
    public abstract string KindName { get; }

    /// <summary>How deep lists and objects lie in one another: 0 for a value that holds no other.</summary>
    public virtual int Depth => 0;

    /// <summary>The null value.</summary>
    public static Value Null { get; } = new NullValue();

    /// <inheritdoc/>
    public abstract bool Equals(Value? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Value);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>Deep equality.</summary>
    public static bool operator ==(Value? left, Value? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Not equal.</summary>
    public static bool operator !=(Value? left, Value? right) => !(left == right);

    /// <summary>The value as a literal of the language, cut short when it is long: for messages and debugging.</summary>
    public sealed override string ToString() => ValueLiteral.Short(this);
}
