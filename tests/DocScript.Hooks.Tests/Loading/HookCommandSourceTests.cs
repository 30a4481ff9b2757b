using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Hooks.Trust;

namespace DocScript.Hooks.Tests.Loading;

public sealed class HookCommandSourceTests
{
    [Fact]
    public void A_folder_that_is_named_needs_no_trust()
    {
        using var world = new FolderWorld().With("named", FolderWorld.Shout, FolderOrigin.Named);
        Assert.Equal("shout", world.Told("shout"));
        Assert.False(Directory.Exists(world["home"]));
    }

    [Theory]
    [InlineData(FolderOrigin.Beside)]
    [InlineData(FolderOrigin.Store)]
    public void Any_other_loads_once_it_is_trusted_and_until_it_changes(FolderOrigin origin)
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout, origin);
        Assert.Equal("DS6301", world.Told("shout"));
        world.TrustNow("a");
        Assert.Equal("shout", world.Told("shout"));
        world.Revoke("a");
        Assert.Equal("DS6301", world.Told("shout"));
    }

    [Theory]
    [InlineData("shout", "DS6301")]
    [InlineData("print twice(\"a\")", "DS6301")]
    [InlineData("use 1 { publish }", "DS6301")]
    [InlineData("if false { if true { publish } }", "DS6301")]
    [InlineData("for each document { print twice(title) }", "DS6301")]
    [InlineData("print 1", "")]
    [InlineData("set title = \"a\"", "")]
    [InlineData("unpublish", "")]
    [InlineData("shuot", "")]
    [InlineData("print twise(\"a\")", "")]
    public void Without_trust_a_script_runs_only_where_it_needs_nothing_of_the_folder(string script, string told)
    {
        using var world = new FolderWorld().With("a", $"{FolderWorld.Shout}\n{FolderWorld.Twice}\n{FolderWorld.Guard}");
        Assert.Equal(told, world.Told(script));
        if (told.Length == 0) Assert.Same(CommandTable.BuiltIn, world.Select(script).Table);
    }

    [Fact]
    public void The_refusal_says_where_what_and_what_to_do()
    {
        using var world = new FolderWorld().With("a", $"{FolderWorld.Shout}\n{FolderWorld.Guard}");
        var command = Assert.Single(world.Select("print 1\nshout").Problems);
        Assert.Equal($"the folder of commands '{world["a"]}' is not trusted, and this script needs its 'shout'", command.Message);
        Assert.Equal((2, 1), command.Location!.Source.Place(command.Location.Span.Start));
        Assert.Equal($"look at the files, then: docscript trust {world["a"]}", command.Help);
        var hook = Assert.Single(world.Select("publish").Problems);
        Assert.EndsWith("it has a hook on 'publish', which this raises", hook.Message, StringComparison.Ordinal);
        world.TrustNow("a");
        world.Write("a", FolderWorld.Shout + " ");
        world.Write("a", "", "new.csx");
        Assert.Contains("changed since it was trusted (commands.csx changed, new.csx is new), and this", Assert.Single(world.Select("shout").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undo_is_refused_where_a_hook_is_on_what_it_raises()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Guard, FolderOrigin.Store);
        Assert.Equal("DS6301", Assert.Single(world.Select(ScriptNeeds.Of(DocumentEvents.Publish)).Problems).Code.Id);
        Assert.Empty(world.Select(ScriptNeeds.Of(DocumentEvents.Change)).Problems);
    }

    [Fact]
    public void What_a_trusted_command_or_hook_may_raise_asks_for_the_hooks_of_others_too()
    {
        using var world = new FolderWorld().With("mine", $"{FolderWorld.Shout}\n[Before(\"change\")] void Tidy(DocumentEdit document) {{ }}").With("theirs", FolderWorld.Guard);
        world.TrustNow("mine");
        Assert.Equal("shout", world.Told("print 1"));
        Assert.Equal("DS6301", world.Told("shout"));
        Assert.Equal("DS6301", world.Told("set title = \"a\""));
    }

    [Fact]
    public void A_folder_that_does_not_compile_stops_what_may_need_it()
    {
        using var world = new FolderWorld().With("a", "[Command] void Shout(");
        Assert.Equal("DS6301", world.Told("set title = \"a\""));
        world.TrustNow("a");
        Assert.StartsWith("DS6001", world.Told("set title = \"a\""), StringComparison.Ordinal);
        Assert.StartsWith("DS6001", world.Told("shout"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_a_script()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout, FolderOrigin.Store);
        Directory.Delete(world["a"], recursive: true);
        Assert.Equal("DS6303", world.Told("shout"));
    }

    [Theory]
    [InlineData(FolderWorld.Shout, "command 'shout'")]
    [InlineData(FolderWorld.Twice, "function 'twice'")]
    [InlineData(FolderWorld.Guard, "hook 'guard' before publish")]
    public void What_two_folders_declare_is_told_by_name(string declaration, string what)
    {
        using var world = new FolderWorld().With("one", declaration, FolderOrigin.Named).With("two", declaration, FolderOrigin.Named);
        var problem = Assert.Single(world.Select("shout").Problems);
        Assert.Equal("DS6305", problem.Code.Id);
        Assert.Equal($"the {what} is declared in '{world["one/commands.csx"]}' and in '{world["two/commands.csx"]}'", problem.Message);
    }

    [Fact]
    public void Commands_that_share_words_but_can_be_told_apart_may_come_from_two_folders()
    {
        using var world = new FolderWorld()
            .With("one", "[Command(\"tidy all\")] void A() { }", FolderOrigin.Named)
            .With("two", "[Command(\"tidy <target>\")] void B(Component target) { }", FolderOrigin.Named);
        Assert.Equal("tidy all tidy", world.Told("tidy all"));
    }

    [Fact]
    public void A_trusted_folder_gives_what_an_untrusted_one_declares_too()
    {
        using var world = new FolderWorld().With("mine", FolderWorld.Shout, FolderOrigin.Named).With("theirs", FolderWorld.Shout);
        Assert.Equal("shout", world.Told("shout"));
    }

    [Fact]
    public void One_folder_by_two_names_is_one()
    {
        using var world = new FolderWorld().With("real", FolderWorld.Shout, FolderOrigin.Named);
        Directory.CreateSymbolicLink(world["link"], world["real"]);
        Assert.Empty(world.Source.Select(ScriptNeeds.Of(DocumentEvents.Publish), [new(world["link"], FolderOrigin.Named), new(world["real"], FolderOrigin.Store)]).Problems);
    }

    [Fact]
    public void A_trust_file_that_is_not_believed_is_the_reason_that_is_told()
    {
        if (OperatingSystem.IsWindows()) return;
        using var world = new FolderWorld().With("a", FolderWorld.Shout);
        world.TrustNow("a");
        File.SetUnixFileMode(world.Trust.Path, File.GetUnixFileMode(world.Trust.Path) | UnixFileMode.OtherWrite);
        Assert.Equal("DS6307", world.Told("shout"));
        Assert.Equal("", world.Told("print 1"));
    }

    [Fact]
    public void Of_what_is_not_trusted_nothing_is_loaded()
    {
        using var world = new FolderWorld().With("a", "", FolderOrigin.Beside);
        world.Write("a", FolderWorld.Shout + "\nthrow new Refusal(\"it ran\");", "never-loaded.csx");
        Assert.Equal("DS6301", world.Told("shout"));
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "docscript-never-loaded");
    }

    [Fact]
    public void A_link_that_leads_elsewhere_since_is_another_folder()
    {
        using var world = new FolderWorld();
        world.Write("real", FolderWorld.Shout);
        world.Write("evil", "[Command] void Shout() => throw new Refusal(\"evil\");");
        Directory.CreateSymbolicLink(world["link"], world["real"]);
        world.TrustNow("real");
        world.With("link", FolderWorld.Shout);
        Assert.Equal("shout", world.Told("shout"));
        Directory.Delete(world["link"]);
        Directory.CreateSymbolicLink(world["link"], world["evil"]);
        Assert.Equal("DS6301", world.Told("shout"));
    }
}
