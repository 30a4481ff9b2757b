using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Values;

public sealed class DateValueTests
{
    [Theory]
    [InlineData("2018-01-26", "2018-01-26T00:00:00.000Z")]
    [InlineData("2018-01-26T03:00Z", "2018-01-26T03:00:00.000Z")]
    [InlineData("2018-01-26T03:00", "2018-01-26T03:00:00.000Z")]
    [InlineData("2018-01-26T03:00:05", "2018-01-26T03:00:05.000Z")]
    [InlineData("2018-01-26 03:00:05", "2018-01-26T03:00:05.000Z")]
    [InlineData("2018-01-26T03:00:00.000Z", "2018-01-26T03:00:00.000Z")]
    [InlineData("2018-01-26T03:00:00.1234567Z", "2018-01-26T03:00:00.1234567Z")]
    [InlineData("2018-01-26T03:00:00+02:00", "2018-01-26T01:00:00.000Z")]
    [InlineData("2018-01-26T03:00:00.5-05:30", "2018-01-26T08:30:00.500Z")]
    public void Iso_8601_is_read_and_without_an_offset_it_is_UTC(string text, string iso)
    {
        Assert.True(DateValue.TryParse(text, out var date));
        Assert.Equal(iso, DateValue.ToIso(date.Instant));
    }

    [Theory]
    [InlineData("2018-01-26T03:00:00.000Z", "2018-01-26T03:00:00Z")]
    [InlineData("2018-01-26T03:00:00.120Z", "2018-01-26T03:00:00.120Z")]
    [InlineData("2018-01-26T03:00:00.0000007Z", "2018-01-26T03:00:00.0000007Z")]
    public void The_short_form_is_as_exact(string text, string shown)
    {
        Assert.True(DateValue.TryParse(text, out var date));
        Assert.Equal(shown, DateValue.ToShortIso(date.Instant));
        Assert.True(DateValue.TryParse(shown, out var again));
        Assert.Equal(date, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("26.01.2018")]
    [InlineData("01/26/2018")]
    [InlineData("2018-13-01")]
    [InlineData("2018-02-30")]
    [InlineData("2018")]
    [InlineData("20180126")]
    [InlineData("2018-01-26T25:00Z")]
    [InlineData(" 2018-01-26")]
    public void Other_text_is_no_date(string text) => Assert.False(DateValue.TryParse(text, out _));
}
