using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Json;

public sealed class ValueJsonTests
{
    [Theory]
    [InlineData("1", "integer", "1")]
    [InlineData("-9223372036854775808", "integer", "-9223372036854775808")]
    [InlineData("9223372036854775808", "decimal", "9223372036854775808")]
    [InlineData("1.0", "decimal", "1.0")]
    [InlineData("1.50", "decimal", "1.50")]
    [InlineData("1e2", "decimal", "100.0")]
    [InlineData("79228162514264337593543950335", "decimal", "79228162514264337593543950335")]
    public void Numbers_keep_integer_or_decimal_and_their_scale(string json, string kind, string written)
    {
        var value = ValueJson.Parse(json);
        Assert.Equal(kind, value.KindName);
        Assert.Equal(written, JsonText.Of(writer => ValueJson.Write(writer, value)));
    }

    [Theory]
    [InlineData("1e400", "the number 1e400 is beyond a decimal")]
    [InlineData("79228162514264337593543950336", "the number 79228162514264337593543950336 is beyond a decimal")]
    [InlineData("{'a': 1, 'b': 2, 'a': 3}", "key 'a' occurs twice")]
    [InlineData("{'a':1,'b':2,'c':3,'d':4,'e':5,'f':6,'g':7,'h':8,'i':9,'h':10}", "key 'h' occurs twice")]
    [InlineData("'\\ud800'", "text has half a surrogate pair")]
    [InlineData("{'\\udc00': 1}", "a key has half a surrogate pair")]
    public void What_is_no_value_is_refused_by_name(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ValueJson.Parse(json.Quoted())).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("nul")]
    [InlineData("1 2")]
    public void What_is_no_JSON_is_a_format_exception(string json) =>
        Assert.StartsWith("not JSON: ", Assert.Throws<FormatException>(() => ValueJson.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Value.MaxDepth, true)]
    [InlineData(Value.MaxDepth + 1, false)]
    [InlineData(900, false)]
    [InlineData(100_000, false)]
    public void Depth_is_limited_when_reading(int depth, bool read)
    {
        var json = new string('[', depth) + new string(']', depth);
        if (read) Assert.Equal(depth, ValueJson.Parse(json).Depth);
        else Assert.Throws<FormatException>(() => ValueJson.Parse(json));
    }

    [Fact]
    public void A_date_is_written_as_ISO_text() =>
        Assert.Equal("\"1970-01-01T00:00:00.000Z\"", JsonText.Of(writer => ValueJson.Write(writer, new DateValue(DateTimeOffset.UnixEpoch))));
}
