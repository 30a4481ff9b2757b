using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Tests.Trust;

/// <summary>Tries to make somebody trust what was not trusted.</summary>
public sealed class TrustFileTests
{
    [Fact]
    public void Without_a_file_nothing_is_trusted_and_none_is_made()
    {
        using var place = new TemporaryFolder();
        var (trusted, problem) = new TrustFile(place["home"]).Read();
        Assert.Equal((0, null), (trusted.Folders.Count, problem));
        Assert.False(Directory.Exists(place["home"]));
    }

    [Fact]
    public void What_was_trusted_is_trusted_with_its_capabilities_and_no_other_folder_is()
    {
        using var place = new TemporaryFolder();
        var (home, folder, other) = (new TrustFile(place["home"]), Folder(place, "commands"), Folder(place, "other"));
        Assert.Null(home.Change(list => list.With(TrustedFolder.Of(folder, [Data]))));
        var (trusted, problem) = home.Read();
        Assert.Null(problem);
        Assert.Equal(Data, Assert.IsType<FolderTrust.Given>(trusted.Of(folder)).Capabilities.Single());
        Assert.IsType<FolderTrust.Never>(trusted.Of(other));
        Assert.Null(home.Change(list => list.Without(folder.Path)));
        Assert.IsType<FolderTrust.Never>(home.Read().Trusted.Of(folder));
    }

    [Fact]
    public async Task One_that_trusts_while_another_does_waits_for_its_turn()
    {
        using var place = new TemporaryFolder();
        var (home, first, second) = (new TrustFile(place["home"]), Folder(place, "first"), Folder(place, "second"));
        Task<Diagnostic?>? other = null;
        Assert.Null(home.Change(list =>
        {
            other = Task.Factory.StartNew(() => new TrustFile(place["home"]).Change(later => later.With(TrustedFolder.Of(second, []))), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            // Refused, it would end here.
            other.Wait(TimeSpan.FromMilliseconds(300));
            return list.With(TrustedFolder.Of(first, []));
        }));
        Assert.Null(await other!);
        var (trusted, _) = home.Read();
        Assert.All([first, second], folder => Assert.IsType<FolderTrust.Given>(trusted.Of(folder)));
    }

    [Fact]
    public void The_file_and_its_folder_are_private_and_nothing_else_is_left()
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = new TemporaryFolder();
        Assert.Null(new TrustFile(place["home"]).Change(list => list.With(TrustedFolder.Of(Folder(place, "commands"), []))));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(place["home/trust.json"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(place["home"]));
        Assert.Equal(["trust.json", "trust.lock"], Directory.EnumerateFileSystemEntries(place["home"]).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("home/trust.json", UnixFileMode.OtherWrite)]
    [InlineData("home/trust.json", UnixFileMode.GroupWrite)]
    [InlineData("home", UnixFileMode.OtherWrite)]
    [InlineData("home", UnixFileMode.GroupWrite)]
    public void A_file_that_others_could_have_written_is_not_believed_nor_changed(string what, UnixFileMode right)
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = new TemporaryFolder();
        var (home, folder) = (new TrustFile(place["home"]), Folder(place, "commands"));
        Assert.Null(home.Change(list => list.With(TrustedFolder.Of(folder, []))));
        var before = File.ReadAllBytes(home.Path);
        File.SetUnixFileMode(place[what], File.GetUnixFileMode(place[what]) | right);
        var (trusted, problem) = home.Read();
        Assert.Equal("DS6307", problem?.Code.Id);
        Assert.IsType<FolderTrust.Never>(trusted.Of(folder));
        Assert.Equal("DS6307", home.Change(list => list.With(TrustedFolder.Of(folder, [])))?.Code.Id);
        Assert.Equal(before, File.ReadAllBytes(home.Path));
    }

    [Fact]
    public void Nothing_is_written_into_a_folder_that_is_open_to_others()
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place["home"]);
        File.SetUnixFileMode(place["home"], (UnixFileMode)0b111_111_111);
        Assert.Equal("DS6307", new TrustFile(place["home"]).Change(list => list)?.Code.Id);
        Assert.Empty(Directory.EnumerateFileSystemEntries(place["home"]));
    }

    [Fact]
    public void A_file_cut_short_anywhere_trusts_nothing()
    {
        using var place = new TemporaryFolder();
        var (home, folder) = (new TrustFile(place["home"]), Folder(place, "commands"));
        Assert.Null(home.Change(list => list.With(TrustedFolder.Of(folder, [Data]))));
        var whole = File.ReadAllBytes(home.Path);
        // The last byte is a line end, which nothing hangs on.
        for (var length = 0; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(home.Path, whole[..length]);
            var (trusted, problem) = home.Read();
            Assert.Equal(("DS6308", 0), (problem?.Code.Id, trusted.Folders.Count));
        }
    }

    [Theory]
    [InlineData("DS6308", "\"docscriptTrust\": 0, \"folders\": {}")]
    [InlineData("DS6308", "\"docscriptTrust\": \"1\", \"folders\": {}")]
    [InlineData("DS6308", "\"docscriptTrust\": 9999999999, \"folders\": {}")]
    [InlineData("DS6308", "\"folders\": {}")]
    [InlineData("DS6308", "\"docscriptTrust\": 1, \"folders\": []")]
    [InlineData("DS6308", "\"docscriptTrust\": 1, \"folders\": {\"/x\": {\"files\": {\"a.csx\": null}, \"capabilities\": []}}")]
    [InlineData("DS6308", "\"docscriptTrust\": 1, \"folders\": {\"/x\": {\"files\": {}}}")]
    [InlineData("DS6308", "\"docscriptTrust\": 1, \"folders\": {\"/x\": {\"files\": {}, \"capabilities\": [\"everything\"]}}")]
    [InlineData("DS6308", "\"docscriptTrust\": 1, \"folders\": {\"/x\": {\"files\": {}, \"capabilities\": []}, \"/x\": {\"files\": {}, \"capabilities\": []}}")]
    [InlineData("DS6309", "\"docscriptTrust\": 2, \"everything\": true")]
    public void What_is_no_trust_file_of_ours_trusts_nothing_and_stays_as_it_is(string code, string members)
    {
        using var place = new TemporaryFolder();
        var home = new TrustFile(place["home"]);
        Assert.Null(home.Change(list => list));
        File.WriteAllText(home.Path, $"{{{members}}}");
        var (trusted, problem) = home.Read();
        Assert.Equal((code, 0), (problem?.Code.Id, trusted.Folders.Count));
        Assert.Equal(code, home.Change(list => list)?.Code.Id);
        Assert.Equal($"{{{members}}}", File.ReadAllText(home.Path));
    }

    [Fact]
    public void Two_who_trust_at_once_lose_nothing()
    {
        using var place = new TemporaryFolder();
        var (home, first, second) = (new TrustFile(place["home"]), Folder(place, "first"), Folder(place, "second"));
        Assert.Null(home.Change(list =>
        {
            Assert.Equal("DS6310", new TrustFile(place["home"], TimeSpan.Zero).Change(others => others.With(TrustedFolder.Of(second, [])))?.Code.Id);
            return list.With(TrustedFolder.Of(first, []));
        }));
        Assert.Equal([first.Path], home.Read().Trusted.Folders.Keys);
        Assert.Null(home.Change(list => list.With(TrustedFolder.Of(second, []))));
        Assert.Equal(2, home.Read().Trusted.Folders.Count);
    }

    private static Capability Data => Capability.TryParse("files: read ./data", out var capability, out _) ? capability : throw new InvalidOperationException();

    private static CommandFolder Folder(TemporaryFolder place, string name)
    {
        place.Write(name + "/a.csx", "// " + name);
        return CommandFolder.Read(place[name]).Folder!;
    }
}
