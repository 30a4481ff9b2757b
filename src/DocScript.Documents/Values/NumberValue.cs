namespace DocScript.Documents.Values;

/// <summary>A number; an integer equals the decimal of the same worth.</summary>
public abstract class NumberValue : Value
{
    /// <summary>The number as a decimal, which holds every 64-bit integer exactly.</summary>
    public abstract decimal AsDecimal { get; }

    /// <inheritdoc/>
    public sealed override bool Equals(Value? other) => (this, other) switch
    {
        (IntegerValue left, IntegerValue right) => left.Integer == right.Integer,
        (_, NumberValue number) => number.AsDecimal == AsDecimal,
        _ => false,
    };

    /// <inheritdoc/>
    public sealed override int GetHashCode() => AsDecimal.GetHashCode();
}

/// <summary>A 64-bit integer.</summary>
public sealed class IntegerValue(long integer) : NumberValue
{
    /// <summary>The number.</summary>
    public long Integer { get; } = integer;

    /// <inheritdoc/>
    public override string KindName => "integer";

    /// <inheritdoc/>
    public override decimal AsDecimal => Integer;

    /// <summary>For positional patterns.</summary>
    public void Deconstruct(out long integer) => integer = Integer;
}

/// <summary>A decimal; keeps its scale, so that <c>1.50</c> stays as written.</summary>
public sealed class DecimalValue(decimal number) : NumberValue
{
    /// <summary>The number.</summary>
    public decimal Decimal { get; } = number;

    /// <inheritdoc/>
    public override string KindName => "decimal";

    /// <inheritdoc/>
    public override decimal AsDecimal => Decimal;

    /// <summary>For positional patterns.</summary>
    public void Deconstruct(out decimal number) => number = Decimal;
}
