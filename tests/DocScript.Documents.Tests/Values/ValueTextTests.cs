using DocScript.Documents.Json;

namespace DocScript.Documents.Tests.Values;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"a \\\"b\\\"\\n$\"", "\"a \\\"b\\\"\\n\\$\"")]
    [InlineData("{\"a\": [true, -1], \"x y\": {}}", "{a: [true, -1], \"x y\": {}}")]
    public void A_message_shows_a_value_as_the_language_writes_it(string json, string shown) => Assert.Equal(shown, ValueJson.Parse(json).ToString());

    [Fact]
    public void A_long_value_is_cut_but_never_within_a_character()
    {
        for (var length = 50; length < 70; length++)
        {
            var shown = new DocScript.Documents.Values.TextValue(new string('x', length) + "😀😀😀😀😀😀😀😀😀").ToString();
            Assert.True(shown.Length <= 60, shown);
            Assert.EndsWith("…", shown, StringComparison.Ordinal);
            Assert.False(char.IsHighSurrogate(shown[^2]), shown);
        }
    }
}
