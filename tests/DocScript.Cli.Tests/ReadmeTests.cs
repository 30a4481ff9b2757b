using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

/// <summary>What the README shows is true: its commands run, its scripts are right.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Every_command_runs_in_the_order_of_the_page()
    {
        if (!Shell.IsThere) return;
        using var place = new Workplace();
        Directory.CreateSymbolicLink(Path.Combine(place.Folder, "scripts"), Repository.PathTo("scripts"));
        var commands = Blocks("console").SelectMany(block => block.Split('\n')).Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..]).ToList();
        Assert.True(commands.Count >= 10);
        foreach (var command in commands)
        {
            var run = await Shell.RunAsync(place.Folder, command, "sqlite:docscript.db");
            Assert.True(run.Status == 0, $"{command}\n{run.Out}{run.Error}");
        }
    }

    [Fact]
    public async Task Every_script_runs_without_a_warning()
    {
        var scripts = Blocks("docscript").ToList();
        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            using var place = new Workplace();
            var run = await place.RunInputAsync(script, "run", "-");
            Assert.True(run.Status == 0, run.Error);
            Assert.DoesNotContain("warning", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_file_it_names_is_there()
    {
        var named = System.Text.RegularExpressions.Regex.Matches(Text, @"\]\((?<path>[^)#:]+)\)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.NotEmpty(named);
        Assert.All(named, match => Assert.True(Path.Exists(Repository.PathTo(match.Groups["path"].Value)), match.Value));
    }

    private static string Text => File.ReadAllText(Repository.PathTo("README.md")).ReplaceLineEndings("\n");

    private static IEnumerable<string> Blocks(string language) =>
        Text.Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]);
}
