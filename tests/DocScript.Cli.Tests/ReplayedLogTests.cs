namespace DocScript.Cli.Tests;

/// <summary>Each part of <c>log --as-script</c>, run as its actor on the state before it, makes the same documents, working copies and journal again.</summary>
public sealed class ReplayedLogTests
{
    private const string Start = "ana: create article title \"A\" { insert paragraph as p with {text: \"t\"} }";

    /// <summary>Series of scripts with their actors, and a part of the log that they make for those who did something.</summary>
    public static TheoryData<string[], string> Series => new()
    {
        {
            ["bert: checkout", "bert: set title = \"B\"", "bert: set p.text = \"u\"; set title = \"C\"", "bert: checkin \"done: ${user}, \\${x}\" with {round: 2}"],
            """
            use 1 {
                # set title = "B" was "A"
                # set "p".text = "u" was "t"
                # set title = "C" was "B"
                checkin "done: bert, \${x}" with {round: 2}
            }
            """
        },
        {
            ["bert: checkout; set title = \"B\"; checkin \"at once\"; set title = \"C\""],
            """
            use 1 {
                checkout
                set title = "B" was "A"
                checkin "at once"
                set title = "C" was "B"
            }
            """
        },
        {
            ["bert: checkout; set title = \"B\"", "bert: set title = \"C\"; schedule publish at \"2027-01-01\"; checkin; set title = \"D\"; checkout; set title = \"E\""],
            """
            use 1 {
                schedule publish at "2027-01-01T00:00:00Z"
                # set title = "B" was "A"
                set title = "C" was "B"
                checkin
                set title = "D" was "C"
                checkout
                set title = "E" was "D"
            }
            """
        },
        {
            ["bert: checkout", "bert: set title = \"B\"; checkin with {round: 1}"],
            """
            use 1 {
                set title = "B" was "A"
                checkin with {round: 1}
            }
            """
        },
        { ["bert: checkout", "bert: publish; set title = \"B\""], "    publish\n    set title = \"B\" was \"A\"" },
        { ["bert: checkout", "bert: checkin"], "use 1 {\n    checkin\n}" },
        {
            ["bert: create article title \"n\" { checkout; set title = \"nn\" }"],
            """
            create article title "n" {
                checkout
                set title = "nn" was "n"
            }
            """
        },
        { ["bert: checkout; set title = \"B\"", "ana: undo checkout by force; set title = \"C\""], "use 1 {\n    undo checkout by force\n    set title = \"C\" was \"A\"\n}" },
        { ["bert: checkout; set title = \"B\"", "ana: undo checkout by force; checkout; set title = \"C\"; checkin"], "    undo checkout by force\n    checkout\n    set title = \"C\" was \"A\"\n    checkin" },
        { ["bert: checkout; set title = \"B\"", "bert: set title = \"C\"; undo checkout; checkout; set title = \"D\""], "    undo checkout\n    checkout\n    set title = \"D\" was \"A\"" },
        { ["bert: checkout; set title = \"B\"", "bert: set title = \"C\"; checkin; checkout; set title = \"D\"; checkin"], "    checkin\n    checkout\n    set title = \"D\" was \"C\"\n    checkin" },
        { ["bert: checkout; set title = \"B\"", "bert: undo checkout; delete"], "    undo checkout\n    delete" },
        { ["bert: checkout", "bert: delete"], "    undo checkout\n    delete" },
        { ["bert: set title = \"B\"; keep updated"], "use 1 {\n    keep updated\n    set title = \"B\" was \"A\"\n}" },
        { ["bert: create article title \"n\" { insert paragraph as q; keep updated }"], "{\n    keep updated\n    insert paragraph as q" },
        { ["bert: checkout", "bert: set title = \"B\"; keep updated", "bert: checkin; keep updated"], "    keep updated\n    # set title = \"B\" was \"A\"\n    checkin" },
    };

    [Theory]
    [MemberData(nameof(Series))]
    public async Task The_log_runs_again_for_who_did_it_and_for_everyone_else(string[] scripts, string part)
    {
        using var place = new Workplace();
        foreach (var script in scripts.Prepend(Start)) await RunAsync(place, script);
        var logs = new[] { await LogAsync(place, "ana"), await LogAsync(place, "bert") };
        Assert.Contains(logs, log => log.Contains(part, StringComparison.Ordinal));

        await AgainAsync(place, "bert", ["ana", "bert"]);
        await AgainAsync(place, "ana", ["ana", "carl"]);
    }

    [Fact]
    public async Task What_was_edited_in_a_working_copy_others_see_when_it_is_checked_in()
    {
        using var place = new Workplace();
        foreach (var script in new[] { Start, "bert: checkout; set title = \"B\"" }) await RunAsync(place, script);
        Assert.EndsWith("use 1 {\n    checkout\n}\n", await LogAsync(place, "ana"), StringComparison.Ordinal);
        await RunAsync(place, "bert: set title = \"C\"; checkin");
        const string Brought = "use 1 {\n    set title = \"B\" was \"A\"\n    set title = \"C\" was \"B\"\n    checkin\n}\n";
        Assert.EndsWith(Brought, await LogAsync(place, "ana"), StringComparison.Ordinal);
        Assert.EndsWith(Brought, (await place.RunAsync("log", "--as-script", "--doc", "1", "--as", "bert")).Out, StringComparison.Ordinal);
    }

    // What the viewer's log does elsewhere is what those who are named see here; its own log tells the same.
    private static async Task AgainAsync(Workplace place, string viewer, string[] witnesses)
    {
        using var other = new Workplace();
        var log = await LogAsync(place, viewer);
        foreach (var part in log.Split("\n\n"))
        {
            var heading = part.Split('\n').First(line => line.StartsWith("# transaction ", StringComparison.Ordinal));
            await RunAsync(other, heading[(heading.IndexOf(" by ", StringComparison.Ordinal) + 4)..] + ": " + part);
        }

        Assert.Equal(WithoutHeadings(log), WithoutHeadings(await LogAsync(other, viewer)));
        foreach (var witness in witnesses)
            for (var id = 1; id <= 2; id++)
                Assert.Equal(await SeenAsync(place, id, witness), await SeenAsync(other, id, witness));
    }

    // Not the counters: what the viewer is not shown may count.
    private static async Task<string> SeenAsync(Workplace place, int id, string witness)
    {
        var document = Lines((await place.RunAsync("show", $"{id}", "--as", witness)).Out).Where(line => !line.StartsWith("  version ", StringComparison.Ordinal));
        var versions = (await place.RunAsync("show", $"{id}", "--versions")).Out.Split("  ").Where(part => !part.StartsWith("version ", StringComparison.Ordinal));
        return string.Join('\n', document) + string.Join("  ", versions);
    }

    private static async Task RunAsync(Workplace place, string script)
    {
        var (actor, text) = (script[..script.IndexOf(':', StringComparison.Ordinal)], script[(script.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        string[] document = place.Exists(Workplace.DefaultFile) ? ["--doc", "1"] : [];
        var run = await place.RunInputAsync(text, ["run", "-", "--as", actor, .. text.Contains("use 1", StringComparison.Ordinal) ? [] : document]);
        Assert.True(run.Status == 0, text + "\n" + run.Error);
    }

    private static async Task<string> LogAsync(Workplace place, string viewer) => (await place.RunAsync("log", "--as-script", "--as", viewer)).Out;

    private static IEnumerable<string> WithoutHeadings(string log) => Lines(log).Where(line => !line.StartsWith("# transaction ", StringComparison.Ordinal));

    private static string[] Lines(string text) => text.Split('\n');
}
