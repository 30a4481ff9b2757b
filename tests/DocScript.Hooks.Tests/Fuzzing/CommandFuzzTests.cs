using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Engine.Commands;
using DocScript.Engine.Designs;
using DocScript.Language.Text;
using DocScript.Testing.Data;
using DocScript.Testing.Documents;
using DocScript.Testing.Fuzzing;
using DocScript.Testing.Laws;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Hooks.Tests.Fuzzing;

public sealed class CommandFuzzTests
{
    [Fact]
    public async Task The_built_in_commands_keep_the_laws()
    {
        var targets = new FuzzTargets(CommandTable.BuiltIn, [.. CommandTable.BuiltIn.Commands.Select(command => new CommandTarget(command, []))]);
        var report = await (CommandFuzz.Of(targets, "built-in") with { Seed = 1, Runs = 40 }).RunAsync();
        Assert.True(!report.Findings.Any(), report.ToString());
    }

    [Fact]
    public void The_commands_of_the_repository_keep_the_laws() => (CommandFuzz.Of(Repository.PathTo("scripts/commands")) with { Seed = 1 }).AssertNothingFound();

    [Fact]
    public void Commands_functions_and_hooks_of_a_folder_are_tried()
    {
        using var world = new HookWorld(("text.csx", """
            [Command("headline-case <target> [in <language>]")]
            CommandResult HeadlineCase(DocumentEdit document, Component target, string language = "en")
            {
                foreach (var editable in target.Editables)
                    document.Set(target, editable, Html.Escape(string.Join(' ', target.Text(editable).Split(' ').Select(word => word.Length > 0 ? word[..1].ToUpperInvariant() + word[1..] : word))));
                return CommandResult.Message($"{target} in {language}");
            }

            [Function] int Words(Component part, string directive = "text") => part.Text(directive).Split(' ').Length;

            [Command] void TakeOff(Transaction transaction, DocumentView other) => transaction.Edit(other).Unpublish();

            [Before("publish")] void Checklist(DocumentView document) { if (document.Title.Length > 3) throw new Refusal("the title is long"); }

            [After("change")] void Count(DocumentEdit document) { if (document.Type == "article") document.SetMetadata("priority", document.Components.Count); }
            """));
        var fuzz = CommandFuzz.Of(world.Folder) with { Seed = 1, Runs = 60 };
        Assert.Equal(["headline-case", "take-off", "words()", "publish", "set title"], fuzz.Names);
        fuzz.AssertNothingFound();
    }

    [Fact]
    public async Task A_hook_that_throws_is_found_whether_it_runs_before_or_after()
    {
        using var world = new HookWorld(("hooks.csx", """
            [Before("publish")] void First(DocumentView document) => _ = document.Components[0];
            [After("unpublish")] void Later(DocumentView document) => _ = document.Components[0];
            """));
        var report = await (CommandFuzz.Of(world.Folder) with { Seed = 1 }).RunAsync();
        Assert.Equal(["use \"d1\"\npublish\n", "use \"d1\"\nunpublish\n"], report.Findings.Where(finding => finding.Law is Law.NoException).Select(finding => finding.Script));
        Assert.StartsWith("the hook 'later' after unpublish of document 1 failed, tried 1 of 5: later failed with ", report.Tallies[1].Findings[0].Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_of_xunit_fails_with_all_that_is_found()
    {
        using var world = new HookWorld(("bug.csx", "[Command] void Top(DocumentEdit document) => document.Remove(document.Components[0]);"));
        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => (CommandFuzz.Of(world.Folder) with { Seed = 1 }).AssertNothingFound());
        Assert.Contains("error DS6401: top failed with ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("#: run\nuse \"d1\"\ntop\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_of_xunit_fails_for_a_command_that_never_ran()
    {
        using var world = new HookWorld(("never.csx", "[Command] void Never(DocumentEdit document) => throw new Refusal(\"no\");"));
        var failure = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => (CommandFuzz.Of(world.Folder) with { Runs = 5 }).AssertNothingFound());
        Assert.Contains("warning DS6402: never never ran: every try was refused, most often with DS", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_gives_the_same_cases()
    {
        var fuzz = CommandFuzz.Of(FuzzTargets.Of(new Forgetful()), "test") with { Seed = 7, Runs = 5 };
        Assert.Equal((await fuzz.RunAsync()).ToString(), (await fuzz.RunAsync()).ToString());
    }

    [Fact]
    public void Documents_that_are_made_conform_to_designs_of_all_kinds()
    {
        var made = 0;
        foreach (var design in DesignGenerators.Design.Sample(30, new Rnd(1), 20).Append(DesignText.Read(new SourceText("design", File.ReadAllText(Repository.PathTo("scripts/newsroom/design.json")))).Design!))
            foreach (var type in DesignDraft.Complete(design, Design.BuiltIn).Design.ContentTypes.Values)
            {
                var whole = DesignDraft.Complete(design, Design.BuiltIn).Design;
                var document = DocumentGenerators.Draft(whole, type, 1, "d1").Sample(1, new Rnd((ulong)++made), 20)[0];
                Assert.Empty(Rules.Import(whole, document));
            }

        Assert.True(made > 30);
    }
}
