using DocScript.Hooks.Trust;

namespace DocScript.Hooks.Tests.Trust;

public sealed class CommandFolderTests
{
    [Fact]
    public void Its_files_are_those_that_end_in_csx_in_the_order_of_their_names()
    {
        using var place = new TemporaryFolder();
        Directory.CreateSymbolicLink(place["circle"], ".");
        foreach (var name in new[] { "b.csx", "a.csx", ".hidden.csx", "notes.txt", "below/c.csx", ".git/d.csx" }) place.Write(name, name);
        var folder = CommandFolder.Read(place.Path).Folder!;
        Assert.Equal(["a.csx", "b.csx", "below/c.csx"], folder.Files.Select(file => file.Name));
        Assert.Equal("a.csx", folder.Files[0].Text);
    }

    [Theory]
    [InlineData("change", "a.csx changed")]
    [InlineData("add", "new.csx is new")]
    [InlineData("remove", "a.csx is gone")]
    [InlineData("rename", "z.csx is new, a.csx is gone")]
    [InlineData("swap", "a.csx changed, b.csx changed")]
    [InlineData("touch", "")]
    public void What_happens_to_a_file_after_it_was_trusted_is_told(string what, string differences)
    {
        using var place = new TemporaryFolder();
        place.Write("a.csx", "1");
        place.Write("b.csx", "2");
        var trusted = TrustedFolder.Of(CommandFolder.Read(place.Path).Folder!, []);
        switch (what)
        {
            case "change":
                place.Write("a.csx", "3");
                break;
            case "add":
                place.Write("new.csx", "");
                break;
            case "remove":
                File.Delete(place["a.csx"]);
                break;
            case "rename":
                File.Move(place["a.csx"], place["z.csx"]);
                break;
            case "swap":
                place.Write("a.csx", "2");
                place.Write("b.csx", "1");
                break;
            default:
                File.SetLastWriteTimeUtc(place["a.csx"], DateTime.UnixEpoch);
                break;
        }

        Assert.Equal(differences, string.Join(", ", trusted.Differences(CommandFolder.Read(place.Path).Folder!)));
    }

    [Fact]
    public void A_link_is_the_folder_that_it_leads_to()
    {
        using var place = new TemporaryFolder();
        place.Write("real/a.csx", "1");
        place.Write("evil/a.csx", "2");
        Directory.CreateSymbolicLink(place["way"], place["real"]);
        Directory.CreateDirectory(place["below"]);
        Directory.CreateSymbolicLink(place["below/link"], "../way");
        var list = TrustList.Empty.With(TrustedFolder.Of(CommandFolder.Read(place["below/link"]).Folder!, []));
        Assert.Equal([place["real"]], list.Folders.Keys);
        // The folder is replaced by a link, and then a link on the way by another.
        Directory.Move(place["real"], place["moved"]);
        Directory.CreateSymbolicLink(place["real"], place["evil"]);
        Assert.IsType<FolderTrust.Never>(list.Of(CommandFolder.Read(place["real"]).Folder!));
        Assert.IsType<FolderTrust.Never>(list.Of(CommandFolder.Read(place["below/link"]).Folder!));
    }

    [Fact]
    public void The_content_behind_a_link_to_a_file_is_what_counts()
    {
        using var place = new TemporaryFolder();
        place.Write("elsewhere.txt", "1");
        Directory.CreateDirectory(place["commands"]);
        File.CreateSymbolicLink(place["commands/a.csx"], "../elsewhere.txt");
        var before = CommandFolder.Read(place["commands"]).Folder!;
        var trusted = TrustedFolder.Of(before, []);
        place.Write("elsewhere.txt", "22");
        Assert.NotEqual(before.State, FolderState.Of(place["commands"]));
        Assert.Equal("a.csx changed", trusted.Differences(CommandFolder.Read(place["commands"]).Folder!).Single());
    }

    [Theory]
    [InlineData("nothing", "DS6303")]
    [InlineData("file", "DS6303")]
    [InlineData("broken", "DS6304")]
    [InlineData("circle", "DS6303")]
    [InlineData("large", "DS6304")]
    public void What_can_not_be_read_is_a_problem(string name, string code)
    {
        using var place = new TemporaryFolder();
        place.Write("file", "");
        Directory.CreateDirectory(place["broken"]);
        File.CreateSymbolicLink(place["broken/a.csx"], "nowhere");
        Directory.CreateSymbolicLink(place["circle"], "circle");
        place.Write("large/a.csx", new string(' ', 4 * 1024 * 1024 + 1));
        var (folder, problem) = CommandFolder.Read(place[name]);
        Assert.Null(folder);
        Assert.Equal(code, problem!.Code.Id);
        Assert.NotNull(problem.Help);
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = new TemporaryFolder();
        using (var make = System.Diagnostics.Process.Start("mkfifo", place["a.csx"])) make.WaitForExit();
        Assert.Equal("", CommandFolder.Read(place.Path).Folder!.Files.Single().Text);
    }

    [Fact]
    public void Its_state_tells_a_save_without_reading()
    {
        using var place = new TemporaryFolder();
        place.Write("a.csx", "1");
        var before = FolderState.Of(place.Path);
        Assert.Equal(before, FolderState.Of(place.Path));
        place.Write("a.csx", "12");
        Assert.NotEqual(before, FolderState.Of(place.Path));
    }
}
