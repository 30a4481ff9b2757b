using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Random values that documents can keep: all kinds, nested, with the numbers and letters that break things.</summary>
public static class ValueGenerators
{
    private static readonly Gen<string> Letters = Gen.Elements(
        "a", "b", "Z", "7", " ", "-", "_", ".", "ä", "ß", "中", "😀", "\n", "\t", "\"", "\\", "$", "<b>", "&amp;", "{", "\u0001", "\u2028", "e\u0301");

    /// <summary>Text of up to a dozen letters, also none.</summary>
    public static Gen<string> Text { get; } =
        from length in Gen.Choose(0, 12)
        from letters in Gen.ArrayOf(Letters, length)
        select string.Concat(letters);

    /// <summary>Keys of objects: few enough to meet again.</summary>
    public static Gen<string> Key { get; } = Gen.OneOf(Gen.Elements("a", "b", "c", "title", "$ref", "id"), Text);

    /// <summary>Numbers, the same worth as integer and as decimal among them.</summary>
    public static Gen<Value> Number { get; } = Gen.OneOf(
        Gen.Choose(-3, 3).Select(number => (Value)new IntegerValue(number)),
        Gen.Choose(-3, 3).Select(number => (Value)new DecimalValue(number)),
        Gen.Choose(-300, 300).Select(number => (Value)new DecimalValue(number / 100m)),
        Gen.Choose(-300, 300).Select(number => (Value)new DecimalValue(decimal.Round(number / 10m, 3) + 0.000m)),
        Gen.Elements<Value>(
            new IntegerValue(long.MinValue),
            new IntegerValue(long.MaxValue),
            new DecimalValue(decimal.MaxValue),
            new DecimalValue(decimal.MinValue),
            new DecimalValue(long.MaxValue),
            new DecimalValue(0.0000000000000000000000000001m),
            new DecimalValue(-0.0m)));

    /// <summary>Values of every stored kind, nested a few levels deep.</summary>
    public static Gen<Value> Any { get; } = Gen.Sized(size => Nested(Math.Min(size / 8, 3)));

    /// <summary>Objects.</summary>
    public static Gen<ObjectValue> Object { get; } = Gen.Sized(size => ObjectOf(Math.Min(size / 8, 3)));

    private static Gen<Value> Scalar { get; } = Gen.OneOf(
        Gen.Constant(Value.Null),
        Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false)),
        Number,
        Text.Select(text => (Value)new TextValue(text)));

    private static Gen<Value> Nested(int depth)
    {
        if (depth == 0) return Scalar;
        var list = Gen.ListOf(Nested(depth - 1), 3).Select(items => (Value)new ListValue([.. items]));
        return Gen.OneOf(Scalar, list, ObjectOf(depth - 1).Select(members => (Value)members));
    }

    private static Gen<ObjectValue> ObjectOf(int depth) =>
        from count in Gen.Choose(0, 4)
        from entries in Gen.ArrayOf(Key.SelectMany(_ => Nested(depth), (key, value) => KeyValuePair.Create(key, value)), count)
        select ObjectValue.Of(entries);
}
