using DocScript.Cli.Verbs;

namespace DocScript.Cli.Tests;

public sealed class VerbTableTests
{
    [Fact]
    public void A_command_line_that_begins_with_a_command_makes_that_one_only()
    {
        foreach (var verb in VerbTable.All)
        {
            string[] words = verb.Group is { } group ? [group.Name, verb.Command.Name] : [verb.Command.Name];
            var made = VerbTable.For([.. words, "--json"]);
            Assert.Contains(made, one => one.Command.Name == verb.Command.Name);
            Assert.All(made, one => Assert.Equal(words[0], one.Group?.Name ?? one.Command.Name));
        }
    }

    [Theory]
    [InlineData()]
    [InlineData("--help")]
    [InlineData("chec")]
    [InlineData("[suggest]", "docscript check")]
    public void Any_other_is_read_with_all_of_them(params string[] arguments) => Assert.Equal(VerbTable.All.Count, VerbTable.For(arguments).Count);
}
