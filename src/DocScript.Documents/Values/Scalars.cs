namespace DocScript.Documents.Values;

/// <summary><c>null</c>.</summary>
public sealed class NullValue : Value
{
    /// <inheritdoc/>
    public override string KindName => "null";

    /// <inheritdoc/>
    public override bool Equals(Value? other) => other is NullValue;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValue(bool boolean) : Value
{
    /// <summary>The truth.</summary>
    public bool Boolean { get; } = boolean;

    /// <inheritdoc/>
    public override string KindName => "boolean";

    /// <inheritdoc/>
    public override bool Equals(Value? other) => other is BooleanValue value && value.Boolean == Boolean;

    /// <inheritdoc/>
    public override int GetHashCode() => Boolean ? 1 : 2;

    /// <summary>For positional patterns.</summary>
    public void Deconstruct(out bool boolean) => boolean = Boolean;
}

/// <summary>Text, compared ordinally.</summary>
public sealed class TextValue(string text) : Value
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string KindName => "text";

    /// <inheritdoc/>
    public override bool Equals(Value? other) => other is TextValue value && string.Equals(value.Text, Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>For positional patterns.</summary>
    public void Deconstruct(out string text) => text = Text;
}
