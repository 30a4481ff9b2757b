using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class OrderedFormTests
{
    private static readonly Gen<decimal> Decimals =
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.OneOf(Gen.Constant(0), Gen.Choose(int.MinValue, int.MaxValue))
        from high in Gen.OneOf(Gen.Constant(0), Gen.Choose(int.MinValue, int.MaxValue))
        from isNegative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, isNegative, (byte)scale);

    private static readonly Gen<Value> Values = Gen.OneOf(
        Decimals.Select(Value (number) => new DecimalValue(number)),
        Gen.Choose(-20, 20).Select(Value (number) => new IntegerValue(number)),
        Gen.Choose(-2000, 2000).Select(Value (number) => new DecimalValue(number / 100m)),
        Gen.Elements("a", "b", "\0", "é", "\uFFFD", "\uE000", "\U0001F600", "\U00010000").ListOf().Select(Value (parts) => new TextValue(string.Concat(parts))),
        Gen.Choose(0, 300).Select(Value (length) => new TextValue(new string('x', length))),
        Gen.Choose(-3, 3).Select(Value (hours) => new DateValue(new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero).AddHours(hours))),
        Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false), new ListValue([]), ObjectValue.Empty, new DateValue(DateTimeOffset.MinValue), new DateValue(DateTimeOffset.MaxValue)));

    [Fact]
    public void Bytes_are_in_the_order_of_the_values() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5000),
        Prop.ForAll(Arb.From(Values.Two()), pair =>
        {
            var (left, right) = (OrderedForm.Of(pair.Item1)!, OrderedForm.Of(pair.Item2)!);
            var (byValue, byForm) = (FieldOrder.Instance.Compare(pair.Item1, pair.Item2), left.AsSpan().SequenceCompareTo(right));
            if (byForm == 0 && left.Length == OrderedForm.Longest) return;
            Assert.Equal(Math.Sign(byValue), Math.Sign(byForm));
        }));

    [Fact]
    public void What_is_null_is_in_no_index() => Assert.Null(OrderedForm.Of(Value.Null));
}
