using DocScript.Engine.Commands;

namespace DocScript.Hooks.Tests;

public sealed class CommandTests
{
    private const string HeadlineCase = """
        /// <summary>Title-cases the text of a component.</summary>
        [Command("headline-case <target> [in <language>]", Summary = "Title-cases a component's text")]
        CommandResult HeadlineCase(DocumentEdit document, Component target, string language = "en")
        {
            foreach (var editable in target.Editables)
            {
                var words = target.Text(editable).Split(' ');
                document.Set(target, editable, Html.Escape(string.Join(' ', words.Select(word => language == "en" && word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word))));
            }

            return CommandResult.Message($"{target} in {language}");
        }
        """;

    private const string Article = "create article key \"a\" { insert paragraph as p with {text: \"the ferry to the island\"} }\n";

    [Fact]
    public async Task A_command_of_a_file_is_part_of_the_language()
    {
        using var world = new HookWorld(("headline.csx", HeadlineCase));
        var done = await world.DoneAsync(Article + "use \"a\"\nheadline-case p\nprint p.text");
        Assert.Equal("The Ferry To The Island", Assert.Single(done.Printed));
        Assert.Equal(new CommandResult(ResultKind.Message, "p in en"), Assert.Single(done.Results));
    }

    [Fact]
    public async Task What_may_be_left_out_has_the_default_of_the_parameter()
    {
        using var world = new HookWorld(("headline.csx", HeadlineCase));
        var done = await world.DoneAsync(Article + "use \"a\"\nheadline-case p in \"de\"\nprint p.text");
        Assert.Equal("the ferry to the island", Assert.Single(done.Printed));
    }
}
