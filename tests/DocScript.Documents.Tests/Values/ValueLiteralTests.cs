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
