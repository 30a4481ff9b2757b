using DocScript.Terminal.Diff;
using FsCheck.Xunit;

namespace DocScript.Terminal.Tests;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "a", "a")]
    [InlineData("a b c", "a x c", "a [-b-]{+x+} c")]
    [InlineData("a b c", "a c", "a [-b -]c")]
    [InlineData("a c", "a b c", "a {+b +}c")]
    [InlineData("one two three", "uno dos three", "[-one two-]{+uno dos+} three")]
    [InlineData("<b>bold</b> x", "<i>bold</i> x", "[-<b>-]{+<i>+}bold[-</b>-]{+</i>+} x")]
    [InlineData("a", "", "[-a-]")]
    public void Words_that_differ_are_marked(string was, string now, string expected) =>
        Assert.Equal(expected, string.Concat(WordDiff.Of(was, now).Select(run => run.Kind switch { < 0 => $"[-{run.Text}-]", > 0 => $"{{+{run.Text}+}}", _ => run.Text })));

    [Property]
    public bool Without_what_came_it_is_the_old_text_and_without_what_went_the_new_one(string? first, string? second)
    {
        var (was, now) = (first ?? "", second ?? "");
        var runs = WordDiff.Of(was, now);
        return string.Concat(runs.Where(run => run.Kind <= 0).Select(run => run.Text)) == was
            && string.Concat(runs.Where(run => run.Kind >= 0).Select(run => run.Text)) == now;
    }

    [Fact]
    public void Texts_too_large_to_compare_word_by_word_are_replaced_in_the_middle()
    {
        var was = "start " + string.Concat(Enumerable.Range(0, 5000).Select(i => "a" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + " ")) + "end";
        var now = "start " + string.Concat(Enumerable.Range(0, 5000).Select(i => "b" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + " ")) + "end";
        Assert.Equal([0, -1, 1, 0], WordDiff.Of(was, now).Select(run => run.Kind));
    }
}
