using System.Text.Json;

namespace DocScript.Cli.Tests;

public sealed class TrustTests
{
    [Fact]
    public async Task A_folder_is_trusted_listed_and_revoked()
    {
        using var place = WithCommands();
        (await place.RunAsync("trust", "commands", "--allow", "files: read ./data", "--allow", "http: example.org")).Is(
            0,
            """
            trusted <folder>/commands
              a.csx
              b.csx
              may files: read ./data
              may http: example.org
            """);
        (await place.RunAsync("trust", "--list")).Is(
            0,
            """
            <folder>/commands
              a.csx
              b.csx
              may files: read ./data
              may http: example.org
            """);
        (await place.RunAsync("trust", "--revoke", "commands")).Is(0, "no longer trusted <folder>/commands");
        (await place.RunAsync("trust", "--list")).Is(0, error: "no folder is trusted");
    }

    [Fact]
    public async Task To_trust_again_takes_the_folder_as_it_is_now_and_the_capabilities_as_given_now()
    {
        using var place = WithCommands();
        Assert.Equal(0, (await place.RunAsync("trust", "commands", "--allow", "http: example.org")).Status);
        place.Write("commands/a.csx", "// changed");
        Assert.Contains("not as it was trusted: a.csx changed\n", (await place.RunAsync("trust", "--list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("trust", "commands")).Status);
        (await place.RunAsync("trust", "--list")).Is(0, "<folder>/commands\n  a.csx\n  b.csx\n  2 files may reach documents only");
    }

    [Fact]
    public async Task The_list_tells_what_became_of_a_folder()
    {
        using var place = WithCommands();
        Directory.CreateDirectory(Path.Combine(place.Folder, "other"));
        place.Write("other/c.csx", "");
        foreach (var folder in new[] { "commands", "other" }) Assert.Equal(0, (await place.RunAsync("trust", folder)).Status);
        Directory.Move(Path.Combine(place.Folder, "commands"), Path.Combine(place.Folder, "moved"));
        Directory.CreateSymbolicLink(Path.Combine(place.Folder, "commands"), "moved");
        Directory.Delete(Path.Combine(place.Folder, "other"), recursive: true);
        using var json = JsonDocument.Parse((await place.RunAsync("trust", "--list", "--json")).Out);
        Assert.Equal(
            ["a link stands in its place", "the folder is gone"],
            json.RootElement.GetProperty("folders").EnumerateArray().Select(folder => folder.GetProperty("differences").EnumerateArray().Single().GetString()));
        foreach (var folder in new[] { "commands", "other" }) Assert.Equal(0, (await place.RunAsync("trust", "--revoke", folder)).Status);
        (await place.RunAsync("trust", "--list")).Is(0, error: "no folder is trusted");
    }

    [Fact]
    public async Task A_folder_that_everybody_can_write_to_is_trusted_with_a_warning()
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = WithCommands();
        var folder = Path.Combine(place.Folder, "commands");
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherWrite);
        var outcome = await place.RunAsync("trust", "commands");
        Assert.Equal(0, outcome.Status);
        Assert.StartsWith("warning DS6312: everybody can write to '<folder>/commands'\n", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "DS8007")]
    [InlineData(2, "DS8007", "--list", "commands")]
    [InlineData(2, "DS8007", "--list", "--revoke")]
    [InlineData(2, "DS8007", "--revoke", "commands", "--allow", "http: example.org")]
    [InlineData(2, "DS8001", "comands")]
    [InlineData(1, "DS6106", "commands", "--allow", "everything")]
    [InlineData(2, "DS8018", "commands/a.csx")]
    [InlineData(1, "DS6311", "empty")]
    [InlineData(1, "DS6311", "--revoke", "commands")]
    public async Task What_can_not_be_trusted_is_refused_and_nothing_is_kept(int status, string code, params string[] arguments)
    {
        using var place = WithCommands();
        Directory.CreateDirectory(Path.Combine(place.Folder, "empty"));
        var outcome = await place.RunAsync(["trust", .. arguments]);
        Assert.Equal((status, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith($"error {code}: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("\n  = nothing was changed\n  = help: ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.Home));
    }

    [Theory]
    [InlineData("XDG_CONFIG_HOME", "docscript/trust.json")]
    [InlineData("HOME", ".config/docscript/trust.json")]
    public async Task Trust_is_kept_where_the_system_has_such_files(string variable, string file)
    {
        using var place = WithCommands();
        place.Environment.Remove("DOCSCRIPT_HOME");
        place.Environment[variable] = place.Home;
        Assert.Equal(0, (await place.RunAsync("trust", "commands")).Status);
        Assert.True(File.Exists(Path.Combine(place.Home, file)));
    }

    [Fact]
    public async Task Without_a_home_nothing_is_trusted()
    {
        using var place = WithCommands();
        place.Environment.Remove("DOCSCRIPT_HOME");
        place.Environment["XDG_CONFIG_HOME"] = "config";
        (await place.RunAsync("trust", "commands")).Is(
            1,
            error: """
            error DS6310: there is no home folder to keep or find trust in
              = nothing was changed
              = help: set HOME, or DOCSCRIPT_HOME to a folder of your own
            """);
        Assert.Equal("commands", string.Join(' ', place.Names));
    }

    private static Workplace WithCommands()
    {
        var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/a.csx", "// a");
        place.Write("commands/b.csx", "// b");
        return place;
    }
}
