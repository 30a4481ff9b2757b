using DocScript.Engine.Commands;
using DocScript.Hooks.Capabilities;

namespace DocScript.Hooks.Tests.Loading;

/// <summary>A program that runs on while somebody saves commands.</summary>
public sealed class SavedFolderTests
{
    private const string Whisper = "[Command] void Whisper(DocumentEdit document) => document.SetTitle(document.Title.ToLowerInvariant());";
    private const string Broken = "[Command] void Whisper(";

    [Fact]
    public void What_is_saved_is_there_for_the_next_script()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout, FolderOrigin.Named);
        Assert.Equal("shout", world.Told("shout"));
        world.Write("a", Whisper);
        Assert.Equal("whisper", world.Told("whisper"));
        world.Write("a", FolderWorld.Shout, "another.csx");
        Assert.Equal("shout whisper", world.Told("whisper"));
        Assert.Empty(world.Notes);
    }

    [Fact]
    public void A_folder_that_looks_as_before_is_the_same_table()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout, FolderOrigin.Named);
        var table = world.Select("shout").Table;
        Assert.Same(table, world.Select("shout").Table);
        // Saved again as it was.
        File.SetLastWriteTimeUtc(world["a/commands.csx"], DateTime.UnixEpoch);
        Assert.Same(table, world.Select("shout").Table);
        world.Write("a", Whisper);
        Assert.NotSame(table, world.Select("whisper").Table);
    }

    [Fact]
    public void A_broken_version_keeps_the_one_before_and_says_why_once()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout, FolderOrigin.Named);
        var table = world.Select("shout").Table;
        world.Write("a", Broken);
        Assert.Same(table, world.Select("shout").Table);
        Assert.Equal("DS6306", world.Notes[0].Code.Id);
        Assert.StartsWith("DS6001", world.Notes[1].Code.Id, StringComparison.Ordinal);
        Assert.All(world.Notes, note => Assert.Equal(Language.Diagnostics.Severity.Warning, note.Severity));
        world.Notes.Clear();
        Assert.Same(table, world.Select("shout").Table);
        Assert.Empty(world.Notes);
        world.Write("a", Broken + " ");
        Assert.Same(table, world.Select("shout").Table);
        Assert.NotEmpty(world.Notes);
        world.Write("a", Whisper);
        Assert.Equal("whisper", world.Told("whisper"));
    }

    [Fact]
    public void A_version_that_is_not_trusted_keeps_the_trusted_one_until_trust_is_taken_back_or_given()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout);
        world.TrustNow("a");
        var table = world.Select("shout").Table;
        world.Write("a", Whisper);
        Assert.Same(table, world.Select("shout").Table);
        Assert.EndsWith("what is new is not trusted", Assert.Single(world.Notes).Message, StringComparison.Ordinal);
        world.Revoke("a");
        Assert.Equal("DS6301", world.Told("whisper"));
        Assert.Equal("", world.Told("shout"));
        world.TrustNow("a");
        Assert.Equal("whisper", world.Told("whisper"));
    }

    [Fact]
    public void A_version_that_was_allowed_all_there_is_ends_with_the_trust_too()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout);
        world.TrustNow("a", [.. Capability.OneOfEach.Select(capability => capability.ToString()!)]);
        Assert.Equal("shout", world.Told("shout"));
        world.Write("a", Whisper);
        world.Revoke("a");
        Assert.Equal("DS6301", world.Told("whisper"));
        Assert.Equal("", world.Told("shout"));
    }

    [Fact]
    public void What_a_folder_is_allowed_is_asked_for_each_script()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout);
        world.TrustNow("a");
        var table = world.Select("shout").Table;
        world.TrustNow("a", "http: example.org");
        var allowed = world.Select("shout").Table;
        Assert.NotSame(table, allowed);
        Assert.Same(allowed, world.Select("shout").Table);
        // A version that was allowed more than it is now is not kept.
        world.Write("a", Broken);
        Assert.Same(allowed, world.Select("shout").Table);
        world.Write("a", FolderWorld.Shout);
        world.TrustNow("a");
        world.Write("a", Broken);
        Assert.Equal("DS6302", world.Told("shout"));
    }

    [Fact]
    public void A_folder_that_goes_away_takes_its_commands_along()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout, FolderOrigin.Named);
        Assert.Equal("shout", world.Told("shout"));
        Directory.Delete(world["a"], recursive: true);
        Assert.Equal("DS6303", world.Told("shout"));
        world.Write("a", FolderWorld.Shout);
        Assert.Equal("shout", world.Told("shout"));
    }

    [Fact]
    public async Task Scripts_that_come_at_once_while_files_are_saved_have_one_version_or_the_other()
    {
        using var world = new FolderWorld().With("a", FolderWorld.Shout, FolderOrigin.Named);
        Assert.Equal("shout", world.Told("shout"));
        using var done = new CancellationTokenSource();
        var scripts = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested) Assert.Contains(world.Told("shout"), (string[])["shout", "whisper"]);
        }, CancellationToken.None)).ToArray();
        for (var save = 0; save < 20; save++)
        {
            // As editors save: beside it, then at one stroke.
            world.Write("b", save % 2 == 0 ? Whisper : FolderWorld.Shout);
            File.Move(world["b/commands.csx"], world["a/commands.csx"], overwrite: true);
            Assert.Equal(save % 2 == 0 ? "whisper" : "shout", world.Told("shout"));
        }

        await done.CancelAsync();
        await Task.WhenAll(scripts);
    }
}
