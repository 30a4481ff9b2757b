using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Language.Grammar;

namespace DocScript.Documents.Tests.Values;

public sealed class ValueLiteralTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"a \\\"b\\\"\\n$ ${c}\"", "\"a \\\"b\\\"\\n$ \\${c}\"")]
    [InlineData("{\"a\": [true, -1], \"x y\": {}, \"-1\": 1, \"ä-1_\": null}", "{a: [true, -1], \"x y\": {}, \"-1\": 1, ä-1_: null}")]
    public void A_message_shows_a_value_as_the_language_writes_it(string json, string shown) => Assert.Equal(shown, ValueJson.Parse(json).ToString());

    [Fact]
    public void A_decimal_stays_a_decimal_however_large() =>
        Assert.Equal(["3.0", "1.50", "79228162514264337593543950335.0"], new[] { 3m, 1.50m, decimal.MaxValue }.Select(number => ValueLiteral.Of(new DecimalValue(number))));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("_a-1")]
    [InlineData("-a")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("ä²")]
    [InlineData("ä٣")]
    [InlineData("𝒜b")]
    [InlineData("a\u0301")]
    public void A_key_stands_without_quotes_where_the_language_reads_a_name(string key) =>
        Assert.Equal(Names.IsBare(key), !ValueLiteral.Of(ObjectValue.Empty.With(key, Value.Null)).StartsWith("{\"", StringComparison.Ordinal));

    [Fact]
    public void A_long_text_is_cut_between_its_quotes_but_never_within_a_character()
    {
        for (var length = 50; length < 70; length++)
        {
            var shown = new TextValue(new string('x', length) + "😀😀😀😀😀😀😀😀😀").ToString();
            Assert.True(shown.Length <= 63, shown);
            Assert.EndsWith("…\"", shown, StringComparison.Ordinal);
            Assert.False(char.IsHighSurrogate(shown[^3]), shown);
        }
    }
}
