using DocScript.Documents.Values;
using DocScript.Testing.Data;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>Dates as newsrooms write them.</summary>
public class RealDatesTests
{
    [Theory]
    [InlineData("2018-03-07T24:00:00.000Z", "2018-03-08T00:00:00.000Z")]
    [InlineData("2018-12-31T24:00", "2019-01-01T00:00:00.000Z")]
    [InlineData("2018-03-07T24:00:00+02:00", "2018-03-07T22:00:00.000Z")]
    [InlineData("2018-03-07", "2018-03-07T00:00:00.000Z")]
    public void The_end_of_a_day_is_the_start_of_the_next(string text, string expected)
    {
        Assert.True(DateValue.TryParse(text, out var date));
        Assert.Equal(expected, DateValue.ToIso(date.Instant));
    }

    [Theory]
    [InlineData("2018-03-07T24:01Z")]
    [InlineData("2018-03-07T24:00:01Z")]
    [InlineData("9999-12-31T24:00Z")]
    [InlineData("2018-03-07T25:00Z")]
    public void There_is_nothing_after_the_end_of_a_day(string text) => Assert.False(DateValue.TryParse(text, out _));

    [FactWhenPresent(TestNewsroom.LivingTimes)]
    public async Task The_publish_dates_of_living_times_are_dates_though_one_ends_a_day()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.LivingTimes);
        Assert.True(newsroom.Design().ContentTypes["regular"].Metadata["publishDate"].Plugin.IsDate);
        Assert.Equal(new TextValue("2018-03-07T24:00:00.000Z"), newsroom.Load(24).Metadata.Find("publishDate"));
    }
}
