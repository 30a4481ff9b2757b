using DocScript.Hooks.Cache;
using DocScript.Hooks.Loading;

namespace DocScript.Hooks.Tests;

public sealed class CacheTests
{
    private const string One = "[Command] string Edition() => \"one\";\n";

    [Fact]
    public async Task A_file_that_stays_as_it_is_comes_from_the_cache()
    {
        using var world = new HookWorld(("edition.csx", One));
        world.Load();
        var kept = Assert.Single(Directory.GetFiles(world.CacheFolder));
        // Whatever came from the compiler would be written again.
        var before = File.GetLastWriteTimeUtc(kept).AddDays(-1);
        File.SetLastWriteTimeUtc(kept, before);
        using var again = world.Again();
        Assert.Equal("one", (await again.DoneAsync("edition")).Results[0].Value);
        Assert.Equal(before, File.GetLastWriteTimeUtc(kept));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("foreign")]
    [InlineData("garbage")]
    [InlineData("longer")]
    public async Task A_cache_file_that_is_not_whole_or_not_ours_is_made_again(string damage)
    {
        using var world = new HookWorld(("edition.csx", One), ("other.csx", One.Replace("Edition", "Other", StringComparison.Ordinal).Replace("one", "other", StringComparison.Ordinal)));
        world.Load();
        var files = Directory.GetFiles(world.CacheFolder);
        Assert.Equal(2, files.Length);
        var whole = files.ToDictionary(file => file, File.ReadAllBytes);
        foreach (var file in files)
        {
            var bytes = (byte[])whole[file].Clone();
            switch (damage)
            {
                case "empty": bytes = []; break;
                case "cut": bytes = bytes[..(bytes.Length / 2)]; break;
                case "changed": bytes[^40] ^= 1; break;
                case "foreign": bytes = whole[files.First(other => other != file)]; break;
                case "garbage": new Random(1).NextBytes(bytes); break;
                case "longer": bytes = [.. bytes, 0]; break;
            }

            File.WriteAllBytes(file, bytes);
        }

        using var again = world.Again();
        Assert.Equal(["one", "other"], (await again.DoneAsync("edition\nother")).Results.Select(result => result.Value));
        Assert.All(files, file => Assert.Equal(whole[file].Length, new FileInfo(file).Length));
    }

    [Fact]
    public void A_cut_at_any_byte_is_seen()
    {
        using var world = new HookWorld(("edition.csx", One));
        world.Load();
        var file = Assert.Single(Directory.GetFiles(world.CacheFolder));
        var (whole, key) = (File.ReadAllBytes(file), Path.GetFileNameWithoutExtension(file));
        var cache = new HookCache(world.CacheFolder);
        Assert.NotNull(cache.Find(key));
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(file, whole[..length]);
            Assert.Null(cache.Find(key));
        }
    }

    [Fact]
    public async Task A_folder_that_others_can_write_to_is_not_believed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var world = new HookWorld(("edition.csx", One));
        world.Load();
        File.SetUnixFileMode(world.CacheFolder, File.GetUnixFileMode(world.CacheFolder) | UnixFileMode.OtherWrite);
        Assert.Null(new HookCache(world.CacheFolder).Find(Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(world.CacheFolder)))));
        using var again = world.Again();
        Assert.Equal("one", (await again.DoneAsync("edition")).Results[0].Value);
    }

    [Fact]
    public void The_folder_is_private_to_its_owner()
    {
        if (OperatingSystem.IsWindows()) return;
        using var world = new HookWorld(("edition.csx", One));
        world.Load();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(world.CacheFolder));
    }

    [Fact]
    public async Task Where_no_cache_can_be_kept_files_are_compiled()
    {
        using var world = new HookWorld(("edition.csx", One));
        File.WriteAllText(world.CacheFolder, "a file stands where the folder would");
        Assert.Equal("one", (await world.DoneAsync("edition")).Results[0].Value);
    }

    [Fact]
    public async Task A_file_or_one_that_it_loads_which_was_changed_is_compiled_anew()
    {
        using var world = new HookWorld(("edition.csx", "#load \"text.csx\"\n[Command] string Edition() => Text() + 1;\n"), ("text.csx", "string Text() => \"a\";\n"));
        Assert.Equal("a1", (await world.DoneAsync("edition")).Results[0].Value);
        world.Write("text.csx", "string Text() => \"b\";\n");
        Assert.Equal("b1", (await world.DoneAsync("edition")).Results[0].Value);
        world.Write("edition.csx", "#load \"text.csx\"\n[Command] string Edition() => Text() + 2;\n");
        Assert.Equal("b2", (await world.DoneAsync("edition")).Results[0].Value);
    }

    [Fact]
    public async Task What_a_loaded_file_declares_is_declared_once()
    {
        using var world = new HookWorld(("edition.csx", "#load \"text.csx\"\n" + One), ("text.csx", "[Command] string Text() => \"text\";\n"));
        Assert.Equal(["one", "text"], (await world.DoneAsync("edition\ntext")).Results.Select(result => result.Value));
    }

    [Theory]
    [InlineData("../outside.csx")]
    [InlineData("../commands/../outside.csx")]
    [InlineData("missing.csx")]
    [InlineData("edition.csx")]
    [InlineData("/etc/hostname")]
    public void Only_files_of_the_folder_are_loaded(string path)
    {
        using var world = new HookWorld(("edition.csx", $"#load \"{path}\"\n" + One));
        File.WriteAllText(Path.Combine(world.Folder, "..", "outside.csx"), "string Outside() => \"x\";\n");
        var problem = Assert.Single(world.LoadAll().Problems);
        Assert.Equal(("DS6001", 1), (problem.Code.Id, problem.Location!.Source.Place(problem.Location.Span.Start).Line));
    }

    [Fact]
    public void Files_that_load_each_other_are_refused_where_they_do()
    {
        using var world = new HookWorld(("edition.csx", "#load \"text.csx\"\n" + One), ("text.csx", "#load \"edition.csx\"\nstring Text() => \"x\";\n"));
        var problems = world.LoadAll().Problems;
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal(("DS6001", 1), (problem.Code.Id, problem.Location!.Source.Place(problem.Location.Span.Start).Line)));
    }

    [Fact]
    public void References_of_a_file_are_refused()
    {
        using var world = new HookWorld(("edition.csx", "#r \"System.Net.Http\"\n" + One));
        Assert.Equal("DS6001", Assert.Single(world.LoadAll().Problems).Code.Id);
    }

    [Fact]
    public void An_error_in_a_loaded_file_is_told_there()
    {
        using var world = new HookWorld(("edition.csx", "#load \"text.csx\"\n" + One), ("text.csx", "\nstring Text() => 1;\n"));
        var problem = Assert.Single(world.LoadAll().Problems);
        Assert.Equal((Path.Combine(world.Folder, "text.csx"), 2), (problem.Location!.Source.Name, problem.Location.Source.Place(problem.Location.Span.Start).Line));
    }

    [Fact]
    public void Files_that_are_right_are_there_beside_one_that_is_wrong()
    {
        using var world = new HookWorld(("edition.csx", One), ("wrong.csx", "oops"));
        var set = world.LoadAll();
        Assert.Equal("edition", Assert.Single(set.Commands).Syntax.Words);
        Assert.NotEmpty(set.Problems);
    }
}
