using DocScript.Engine;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Tests;

public sealed class CommandsUseTests
{
    [Fact]
    public async Task A_folder_is_set_for_the_store_in_a_transaction_and_taken_away_again()
    {
        using var place = await WithFolderAsync();
        (await place.RunAsync("commands", "use", "commands")).Is(
            0,
            error: """
            committed 00030000-0000-7000-8000-000000000000: the store uses the commands in <folder>/commands
            note: you do not trust it as it is now; look at its files, then: docscript trust <folder>/commands
            """);
        Assert.Equal(Path.Combine(place.Folder, "commands"), await SettingAsync(place));
        Assert.StartsWith("00030000-0000-7000-8000-000000000000  2026-01-31T12:00:00Z  ana  -  commands use <folder>/commands", (await place.RunAsync("log", "--limit", "1")).Out, StringComparison.Ordinal);
        (await place.RunAsync("commands", "use", "--none")).Is(0, error: "committed 00040000-0000-7000-8000-000000000000: the store uses no folder of commands any more");
        Assert.Null(await SettingAsync(place));
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        using var place = await WithFolderAsync();
        (await place.RunAsync("commands", "use", "--none")).Is(0, error: "the store uses no folder of commands already; nothing changed");
        Assert.Equal(0, (await place.RunAsync("trust", "commands")).Status);
        Assert.Equal(0, (await place.RunAsync("commands", "use", "commands")).Status);
        (await place.RunAsync("commands", "use", "commands")).Is(0, error: "the store uses <folder>/commands already; nothing changed");
    }

    [Fact]
    public async Task It_is_undone_like_any_transaction_unless_it_was_set_anew_since()
    {
        using var place = await WithFolderAsync();
        Directory.CreateDirectory(Path.Combine(place.Folder, "other"));
        Assert.Equal(0, (await place.RunAsync("commands", "use", "commands")).Status);
        Assert.Equal(0, (await place.RunAsync("commands", "use", "other")).Status);
        var refused = await place.RunAsync("undo", "0003");
        Assert.Equal(4, refused.Status);
        Assert.StartsWith("error DS4007: the settings of the store were changed since\n", refused.Error, StringComparison.Ordinal);
        var undone = await place.RunAsync("undo", "0004");
        Assert.Equal(0, undone.Status);
        Assert.Contains("what is set for the store changed", undone.Error, StringComparison.Ordinal);
        Assert.Equal(Path.Combine(place.Folder, "commands"), await SettingAsync(place));
        Assert.Equal(0, (await place.RunAsync("undo", "0003")).Status);
        Assert.Null(await SettingAsync(place));
        Assert.Equal(0, (await place.RunAsync("commands", "use", "other")).Status);
        Assert.Equal(Path.Combine(place.Folder, "other"), await SettingAsync(place));
    }

    [Fact]
    public async Task A_store_is_made_for_it_and_copied_with_it()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        Assert.Equal(2, (await place.RunAsync("commands", "use", "nowhere", "--store", "a.db")).Status);
        Assert.False(place.Exists("a.db"));
        Assert.Equal(0, (await place.RunAsync("commands", "use", "commands", "--store", "a.db")).Status);
        Assert.Equal(0, (await place.RunAsync("copy", "--from", "a.db", "--to", "b.db")).Status);
        Assert.Equal(0, (await place.RunAsync("verify", "--store", "b.db")).Status);
        Assert.Equal(Path.Combine(place.Folder, "commands"), await SettingAsync(place, "b.db"));
    }

    [Theory]
    [InlineData("use -2 { set meta commands = \"/tmp/evil\" }")]
    [InlineData("use \"$settings\" { set meta commands = \"/tmp/evil\" }")]
    [InlineData("for each document { set meta commands = \"/tmp/evil\" }")]
    [InlineData("create article key \"$settings\"")]
    [InlineData("document(-2)")]
    public async Task No_script_reaches_the_setting(string script)
    {
        using var place = await WithFolderAsync();
        Assert.Equal(0, (await place.RunAsync("commands", "use", "commands")).Status);
        Assert.NotEqual(0, (await place.RunInputAsync(script, "run", "-")).Status);
        Assert.Equal(Path.Combine(place.Folder, "commands"), await SettingAsync(place));
    }

    [Fact]
    public async Task No_plan_file_and_no_import_sets_it()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunAsync("plan", "retitle.docscript", "--out", "a.plan")).Status);
        place.Write("a.plan", place.Read("a.plan").Replace("\"id\": 1", "\"id\": -2", StringComparison.Ordinal).Replace("\"id\":1", "\"id\":-2", StringComparison.Ordinal));
        Assert.NotEqual(0, (await place.RunAsync("apply", "a.plan")).Status);
        place.Write("evil.json", """{"id": -2, "systemdata": {"contentType": "$settings"}, "metadata": {"commands": "/tmp/evil"}, "content": []}""");
        Assert.NotEqual(0, (await place.RunAsync("import", "evil.json")).Status);
        Assert.Null(await SettingAsync(place));
    }

    [Theory]
    [InlineData()]
    [InlineData("commands", "--none")]
    public async Task A_folder_or_none_is_named(params string[] arguments)
    {
        using var place = await WithFolderAsync();
        var outcome = await place.RunAsync(["commands", "use", .. arguments]);
        Assert.Equal(2, outcome.Status);
        Assert.StartsWith("error DS8007: ", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<string?> SettingAsync(Workplace place, string? store = null)
    {
        await using var opened = Input.Stores.Require(Input.StoreLocation.Of(store, new() { In = Stream.Null, Out = TextWriter.Null, Error = TextWriter.Null, CurrentDirectory = place.Folder, Environment = place.Environment }), TimeProvider.System);
        using var reader = opened.Read();
        return StoreSettings.Of(reader).CommandFolder;
    }

    private static async Task<Workplace> WithFolderAsync()
    {
        var place = await Scripts.WithNotesAsync();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/a.csx", "// a");
        return place;
    }
}
