using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

/// <summary>The shell scripts of <c>scripts/</c>, as processes.</summary>
public sealed class ShellScriptTests
{
    [Fact]
    public async Task The_quick_start_makes_changes_fails_plans_and_undoes()
    {
        if (!Shell.IsThere) return;
        using var place = new Workplace();
        var run = await Shell.RunAsync(place.Folder, $"'{Repository.PathTo("scripts/quickstart.sh")}'");
        Assert.Equal(0, run.Status);
        Assert.Empty(run.Error);
        string[] steps =
        [
            "made anchor-notes, document 3\n",
            "error DS3001: unknown name 'thank'\n",
            "did you mean 'thanks'?\n",
            "exit status 1; every document is as it was\n",
            "~ article 1 compass-notes \"Compass 1.1\"\n",
            "Plan: 3 documents to change, 0 to create, 0 to delete; 21 changes\n",
            "headline heading \"What is new in Compass\"\n",
            "every document is as it was after step 1\n",
            "  1 2 3  undo of ",
        ];
        var at = 0;
        foreach (var step in steps)
        {
            var found = run.Out.IndexOf(step, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{step}' is missing after character {at} of\n{run.Out}");
            at = found + step.Length;
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Folder));
    }

    [Fact]
    public async Task Seven_scripts_run_on_the_newsroom_and_are_all_undone() => await UndoAll("", changed: 8);

    [FactWhenPresent("../shared/data/living-times")]
    public async Task Seven_scripts_run_on_living_times_and_are_all_undone() => await UndoAll($"'{Repository.PathTo("../shared/data/living-times")}'", changed: 15);

    [Fact]
    public async Task Every_script_says_what_it_is_for_and_is_in_the_one_form()
    {
        using var place = new Workplace();
        var files = Directory.GetFiles(Repository.PathTo("scripts"), "*.docscript", SearchOption.AllDirectories);
        Assert.Equal(23, files.Length);
        Assert.All(files, file => Assert.Contains("\n# ", "\n" + string.Concat(File.ReadLines(file).Take(2).Select(line => line + "\n")), StringComparison.Ordinal));
        var check = await place.RunAsync(["fmt", "--check", .. files]);
        Assert.Equal((0, ""), (check.Status, check.Out));
    }

    private static async Task UndoAll(string data, int changed)
    {
        if (!Shell.IsThere) return;
        using var place = new Workplace();
        var run = await Shell.RunAsync(place.Folder, $"'{Repository.PathTo("scripts/undo-all.sh")}' {data}");
        Assert.True(run.Status == 0, run.Error);
        Assert.Contains($"\nfiles that differ now: {changed}\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\nundone: 7 transactions; every document is as before\n", run.Out, StringComparison.Ordinal);
    }
}
