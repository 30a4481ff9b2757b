using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Safety;

namespace DocScript.Hooks.Tests.Capabilities;

public sealed class FilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("docscript-files-").FullName;

    public FilesTests()
    {
        Directory.CreateDirectory(At("commands/data/deep"));
        Directory.CreateDirectory(At("commands/database"));
        File.WriteAllText(At("commands/data/words.txt"), "one\ntwo\n");
        File.WriteAllText(At("commands/data/a.txt"), "ä");
        File.WriteAllText(At("commands/data/deep/in.txt"), "in");
        File.WriteAllText(At("commands/secret.txt"), "secret");
        File.WriteAllText(At("commands/database/secret.txt"), "secret");
        File.WriteAllText(At("outside.txt"), "secret");
        File.CreateSymbolicLink(At("commands/data/within.txt"), "words.txt");
        File.CreateSymbolicLink(At("commands/data/out.txt"), "../../outside.txt");
        File.CreateSymbolicLink(At("commands/data/beside.txt"), At("commands/secret.txt"));
        File.CreateSymbolicLink(At("commands/data/hop.txt"), "out.txt");
        File.CreateSymbolicLink(At("commands/data/round.txt"), "round.txt");
        Directory.CreateSymbolicLink(At("commands/data/up"), "..");
        Directory.CreateSymbolicLink(At("link"), "commands");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Files_of_a_granted_folder_are_read()
    {
        Assert.Equal("one\ntwo\n", Call(files => files.ReadText("data/words.txt")));
        Assert.Equal(["one", "two"], Call(files => files.ReadLines("./data/words.txt")));
        Assert.Equal("ä", Call(files => files.ReadText("data//a.txt")));
        Assert.Equal("in", Call(files => files.ReadText("data/deep/in.txt")));
        Assert.Equal("one\ntwo\n", Call(files => files.ReadText("data/within.txt")));
        Assert.True(Call(files => files.Exists("data/words.txt")));
        Assert.True(Call(files => files.Exists("data/deep")));
        Assert.False(Call(files => files.Exists("data/none.txt")));
        Assert.Equal(["data/deep/in.txt"], Call(files => files.List("data/deep")));
        Assert.Contains("data/words.txt", Call(files => files.List("data/")));
    }

    [Fact]
    public void A_commands_folder_may_itself_be_a_link() => Assert.Equal("in", Call(files => files.ReadText("data/deep/in.txt"), "link"));

    [Theory]
    [InlineData("secret.txt")]
    [InlineData("database/secret.txt")]
    [InlineData("data/../secret.txt")]
    [InlineData("data/../../outside.txt")]
    [InlineData("../outside.txt")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("~/x")]
    [InlineData("C:/x")]
    [InlineData("data\\..\\secret.txt")]
    [InlineData("data/x\0y")]
    [InlineData("data/out.txt")]
    [InlineData("data/hop.txt")]
    [InlineData("data/beside.txt")]
    [InlineData("data/round.txt")]
    [InlineData("data/up/secret.txt")]
    [InlineData("data/up/data/words.txt/../../../outside.txt")]
    public void What_is_outside_the_granted_folder_is_refused(string path)
    {
        var thrown = Assert.Throws<CapabilityException>(() => Call(files => files.ReadText(path)));
        Assert.Equal("DS6107", thrown.Code.Id);
        Assert.DoesNotContain(_root, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_says_so()
    {
        var thrown = Assert.Throws<CapabilityException>(() => Call(files => files.ReadText("data/none.txt")));
        Assert.Equal("'data/none.txt' can't be read: it is not there", thrown.Message);
    }

    [Fact]
    public void A_file_that_is_too_long_is_not_read()
    {
        using (var file = File.Create(At("commands/data/long.txt"))) file.SetLength(HookBudget.LargestValue + 1);
        Assert.Throws<CapabilityException>(() => Call(files => files.ReadText("data/long.txt")));
    }

    private string At(string path) => Path.Combine(_root, path);

    private T Call<T>(Func<Files, T> call, string folder = "commands")
    {
        Assert.True(Capability.TryParse("files: read ./data", out var granted, out _));
        var files = new Files(At(folder), [(FilesCapability)granted]);
        return Meter.Run(HookBudget.Of(DocScript.Engine.Limits.Default), TimeProvider.System, default, () => call(files));
    }
}
