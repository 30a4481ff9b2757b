using DocScript.Engine.Completion;

namespace DocScript.Hooks.Tests;

public sealed class CompletionTests
{
    private const string Commands = """
        enum Tone { Formal, Friendly }

        [Command("soften <target> [to <tone>]")] void Soften(DocumentEdit document, Component target, Tone tone = Tone.Friendly) { }

        [Function] int WordCount(DocumentView document) => 0;
        """;

    [Theory]
    [InlineData("sof", "soften")]
    [InlineData("soften p t", "to")]
    [InlineData("soften p to f", "formal friendly")]
    [InlineData("print wordC", "wordCount")]
    public void What_stands_in_C_sharp_is_completed(string begun, string completed)
    {
        using var world = new HookWorld(("commands.csx", Commands));
        Assert.Equal(completed, string.Join(' ', ScriptCompletion.After(begun, world.Table()).Select(suggestion => suggestion.Text).Order(StringComparer.Ordinal)));
    }
}
