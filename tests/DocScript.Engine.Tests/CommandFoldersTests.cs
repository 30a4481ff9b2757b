using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Engine.Tests;

public sealed class CommandFoldersTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("docscript-").FullName;

    [Theory]
    [InlineData("a.docscript", "commands/x.csx", "commands")]
    [InlineData("commands/a.docscript", "commands/x.csx", "commands")]
    [InlineData("commands/a.docscript", "commands/commands/x.csx", "commands/commands")]
    [InlineData("below/a.docscript", "commands/x.csx", null)]
    [InlineData("a.docscript", "commands/build.sh", null)]
    [InlineData("a.docscript", "commands/below/x.csx", null)]
    [InlineData("a.docscript", "x.csx", null)]
    [InlineData("a.docscript", "commands", null)]
    public void A_script_has_the_folder_beside_it_or_its_own_where_that_is_called_commands(string script, string file, string? folder)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathTo(file))!);
        File.WriteAllText(PathTo(file), "");
        Assert.Equal(folder is null ? [] : [new ScriptFolder(PathTo(folder), FolderOrigin.Beside)], CommandFolders.Of([], null, PathTo(script)));
    }

    [Fact]
    public async Task Named_ones_come_first_then_the_stores_then_the_one_beside_each_once()
    {
        await using var store = new MemoryStore();
        await new SettingsChange(store, TimeProvider.System, new RandomIds()).RunAsync(new(PathTo("house")), "commands use", "ann");
        Directory.CreateDirectory(PathTo("commands"));
        File.WriteAllText(PathTo("commands/x.csx"), "");
        Assert.Equal(
            [new(PathTo("named"), FolderOrigin.Named), new(PathTo("house"), FolderOrigin.Store), new(PathTo("commands"), FolderOrigin.Beside)],
            CommandFolders.Of([PathTo("named")], store, PathTo("a.docscript")));
        // What the user named needs no trust, whatever else it is.
        Assert.Equal(
            [new(PathTo("house"), FolderOrigin.Named), new(PathTo("commands"), FolderOrigin.Named)],
            CommandFolders.Of([PathTo("house"), PathTo("commands")], store, PathTo("a.docscript")));
    }

    [Theory]
    [InlineData("print 1", false)]
    [InlineData("param a: text = \"x\"\nprint upper(a)", false)]
    [InlineData("shout", true)]
    [InlineData("print twice(\"a\")", true)]
    [InlineData("set title = \"a\"", true)]
    public void A_script_that_only_looks_and_calls_what_is_built_in_needs_none(string script, bool needs)
    {
        var parsed = ScriptParser.Parse(new SourceText("test", script), CommandTable.BuiltIn.Grammar);
        Assert.Equal(needs, CommandFolders.For(ScriptNeeds.Of(parsed), [PathTo("named")], null, null).Count > 0);
        // To read it what it would raise does not count.
        Assert.Equal(needs && !script.StartsWith("set", StringComparison.Ordinal), CommandFolders.For(ScriptNeeds.ToRead(parsed), [PathTo("named")], null, null).Count > 0);
    }

    [Fact]
    public void What_is_unknown_is_told_with_its_place()
    {
        var source = new SourceText("test", "print twice(1)\nshout \"a\"\nprint upper(\"a\")");
        var needs = ScriptNeeds.Of(ScriptParser.Parse(source, CommandTable.BuiltIn.Grammar));
        Assert.Equal("shout 2:1, twice 1:7", string.Join(", ", needs.Unknown.Select(unknown => $"{unknown.Name} {source.Place(unknown.Place.Span.Start).Line}:{source.Place(unknown.Place.Span.Start).Column}")));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string PathTo(string name) => Path.GetFullPath(name, _root);
}
