using System.Text;
using DocScript.Hooks.Declarations;

namespace DocScript.Hooks.Tests;

public sealed class ManifestTests
{
    private const string Everything = """
        /// <summary>
        /// Sends a document off.
        /// It goes to whoever is next.
        /// </summary>
        [Command("hand-over <to> [because <reason>]", Example = "hand-over \"ben\"", Hidden = true, Icon = "arrow", Returns = "Message")]
        [DisplayName("de", "Weitergeben"), DisplayName("fr", "Transmettre")]
        string HandOver(DocumentEdit document, string to, string? reason = null) => to;

        [Command(Summary = "Does little.")] void DoLittle() { }

        /// <summary>Twice as much.</summary>
        [Function] decimal Twice(decimal number) => number * 2;

        [Before("create"), Before("change")] void Look(DocumentView document) { }

        [After("checkin")] void Tell(DocumentView? document, DocumentEvent what) { }
        """;

    [Fact]
    public void A_manifest_says_all_that_a_server_lists()
    {
        using var world = new HookWorld(("everything.csx", Everything));
        var manifest = Assert.Single(world.Load().Files).Manifest;
        var command = manifest.Commands[0];
        Assert.Equal(
            ("hand-over <to> [because <reason>]", "Sends a document off.", "Sends a document off.\nIt goes to whoever is next.", "hand-over \"ben\"", true, "arrow", "Message"),
            (command.Pattern, command.Summary, command.Help, command.Example, command.Hidden, command.Icon, command.Returns));
        Assert.Equal("Weitergeben", command.DisplayNames["de"]);
        Assert.Equal("Transmettre", command.DisplayNames["fr"]);
        Assert.Equal(("do-little", "Does little.", false), (manifest.Commands[1].Pattern, manifest.Commands[1].Summary, manifest.Commands[1].Hidden));
        Assert.Equal(("twice", "Twice as much."), (manifest.Functions[0].Name, manifest.Functions[0].Summary));
        Assert.Equal(["create look False", "change look False", "checkin tell True"], manifest.Hooks.Select(hook => $"{Engine.Events.EventNames.Of(hook.Event)} {hook.Name} {hook.IsAfter}"));
    }

    [Fact]
    public void A_manifest_is_read_back_as_it_was_written()
    {
        using var world = new HookWorld(("everything.csx", Everything));
        var json = Assert.Single(world.Load().Files).Manifest.ToJson();
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(HookManifest.FromJson(json)!.ToJson()));
        for (var length = 0; length < json.Length; length++) Assert.Null(HookManifest.FromJson(json.AsSpan(..length)));
    }

    [Theory]
    [InlineData("HeadlineCase", "headline-case")]
    [InlineData("HTMLTable", "html-table")]
    [InlineData("Move2", "move2")]
    [InlineData("x", "x")]
    public void Names_of_methods_become_words(string method, string word) => Assert.Equal(word, CommandPattern.Kebab(method));
}
