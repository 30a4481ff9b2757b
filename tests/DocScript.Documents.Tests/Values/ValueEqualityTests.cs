using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Testing.Documents;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Values;

[Properties(Arbitrary = [typeof(DocumentArbitraries)])]
public sealed class ValueEqualityTests
{
    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1.50", "1.5", true)]
    [InlineData("0", "-0.0", true)]
    [InlineData("9223372036854775807", "9223372036854775807.0", true)]
    [InlineData("1", "1.1", false)]
    [InlineData("1", "'1'", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "false", false)]
    [InlineData("0", "false", false)]
    [InlineData("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1.0}", true)]
    [InlineData("{'a': 1}", "{'a': 1, 'b': null}", false)]
    [InlineData("{'a': null}", "{'b': null}", false)]
    [InlineData("[1, 2]", "[2, 1]", false)]
    [InlineData("[1, [2, {'a': []}]]", "[1.0, [2.00, {'a': []}]]", true)]
    [InlineData("'é'", "'e\u0301'", false)]
    public void Equality_is_deep_and_ordinal(string left, string right, bool equal)
    {
        var (a, b) = (ValueJson.Parse(left.Quoted()), ValueJson.Parse(right.Quoted()));
        Assert.Equal(equal, a == b);
        Assert.Equal(equal, b.Equals(a));
        if (equal) Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Property]
    public void A_value_equals_a_copy_of_itself(Value value)
    {
        var copy = ValueJson.Parse(JsonText.Of(writer => ValueJson.Write(writer, value)));
        Assert.True(value == copy && copy == value);
        Assert.Equal(value.GetHashCode(), copy.GetHashCode());
    }

    [Property]
    public void Equality_is_symmetric_and_agrees_with_hash_codes(Value left, Value right)
    {
        Assert.Equal(left == right, right == left);
        if (left == right) Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Property]
    public void The_order_of_keys_does_not_count(ObjectValue members)
    {
        var reversed = ObjectValue.Of(members.Entries.Reverse());
        Assert.Equal(members, reversed);
        Assert.Equal(members.GetHashCode(), reversed.GetHashCode());
    }

    [Fact]
    public void Dates_are_compared_by_the_instant()
    {
        var utc = new DateValue(DateTimeOffset.UnixEpoch);
        var zurich = new DateValue(DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(1)));
        Assert.Equal(utc, zurich);
        Assert.Equal(utc.GetHashCode(), zurich.GetHashCode());
        Assert.NotEqual<Value>(utc, new TextValue(DateValue.ToIso(utc.Instant)));
    }

    [Fact]
    public void A_value_is_never_equal_to_nothing()
    {
        Value? nothing = null;
        Assert.False(Value.Null == nothing);
        Assert.True(nothing == null);
        Assert.False(Value.Null.Equals(null));
    }
}
