using DocScript.Testing.Storage.Crashes;

namespace DocScript.Cli.Tests;

/// <summary>A store that can't be used, as the command line says it: a code, what to do next, no trace, and the file as it was.</summary>
public sealed class BrokenStoreTests
{
    public static TheoryData<string> Commands { get; } = ["run a.docscript", "plan a.docscript", "show notes", "log", "tick", "undo abcdef", "export --out there", "design show"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_damaged_store_is_said_to_be_one_and_left_as_it_is(string command)
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        place.Write(Workplace.DefaultFile, [.. "SQLite format 3\0"u8, .. new byte[20_000]]);
        var before = File.ReadAllBytes(Path.Combine(place.Folder, Workplace.DefaultFile));
        AssertClear(await place.RunAsync(command.Split(' ')), "DS7002");
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(place.Folder, Workplace.DefaultFile)));
    }

    [Fact]
    public async Task A_store_that_was_cut_short_is_damaged()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        Assert.Equal(0, (await place.RunAsync("run", "a.docscript")).Status);
        using (var file = File.OpenWrite(Path.Combine(place.Folder, Workplace.DefaultFile))) file.SetLength(file.Length / 2);
        AssertClear(await place.RunAsync("run", "a.docscript"), "DS7002");
        AssertClear(await place.RunAsync("log"), "DS7002");
    }

    [FactOnSmallDisk]
    public async Task A_full_disk_and_a_read_only_one_are_said_to_be_so()
    {
        using var place = new Workplace();
        using var disk = new SmallDisk(megabytes: 1);
        place.Environment["DOCSCRIPT_STORE"] = "sqlite:" + Path.Combine(disk.Folder, "store.db");
        place.Write("a.docscript", Scripts.Notes);
        place.Write("big.docscript", $"create article key \"big\" title \"{new string('x', 1_500_000)}\"\n");
        Assert.Equal(0, (await place.RunAsync("run", "a.docscript")).Status);
        AssertClear(await place.RunAsync("run", "big.docscript"), "DS7004");
        Assert.Contains("\"code\":\"DS7004\"", (await place.RunAsync("run", "big.docscript", "--json")).Out, StringComparison.Ordinal);

        disk.MakeReadOnly(true);
        AssertClear(await place.RunAsync("run", "big.docscript"), "DS7005");
        disk.MakeReadOnly(false);
        Assert.Single((await place.RunAsync("log")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void AssertClear(Outcome outcome, string code)
    {
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith($"error {code}: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("\n  = help: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n   at ", outcome.Error, StringComparison.Ordinal);
    }
}
