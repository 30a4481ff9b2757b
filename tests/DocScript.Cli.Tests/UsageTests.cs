using DocScript.Cli.Diagnostics;
using DocScript.Storage.LiteDb;

namespace DocScript.Cli.Tests;

public sealed class UsageTests
{
    /// <summary>Command lines that are wrong, with the first lines of what is said.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "rn", "error DS8005: 'rn' is no command\n  = did you mean 'run'?" },
        { "nothing --json-like", "error DS8005: 'nothing' is no command\n" },
        { "--stor x", "error DS8006: 'docscript' has no option '--stor'\n" },
        { "run a.docscript --stor x", "error DS8006: 'docscript run' has no option '--stor'\n  = did you mean '--store'?" },
        { "fmt -c", "error DS8006: 'docscript fmt' has no option '-c'\n" },
        { "undo -5", "error DS8006: 'docscript undo' has no option '-5'\n" },
        { "show", "error DS8007: the <document> is missing\n" },
        { "new a b", "error DS8007: 'b' is one argument too many for 'docscript new'\n" },
        { "run --key", "error DS8007: --key needs a value\n" },
        { "log --limit x", "error DS8007: --limit takes a whole number, not 'x'\n" },
        { "log --limit 0", "error DS8007: --limit takes a number from 1\n" },
        { "run a.docscript b.docscript --key k", "error DS8007: --key goes with one script only\n" },
        { "check - -", "error DS8007: standard input is named twice\n" },
        { "run a.docscript --key " + new string('k', 201), "error DS8007: a key has 1 to 200 characters\n" },
        { "run a.docscript --param x", "error DS8008: 'x' is no name=value\n" },
        { "run a.docscript --param =x", "error DS8008: '=x' is no name=value\n" },
        { "run a.docscript --param x=1 --param x=2", "error DS8008: 'x' is given twice\n" },
        { "run a.docscript --param x=@missing", "error DS8001: there is no file 'missing'\n" },
        { "run a.docscript --as " + new string('u', 201), "error DS8015: a user's name is 1 to 200 characters on one line\n" },
        { "run a.docscript --as scheduler", "error DS8015: 'scheduler' is not a user's name: what is scheduled is carried out under it\n" },
        { "plan a.docscript --as scheduler", "error DS8015: 'scheduler' is not a user's name: what is scheduled is carried out under it\n" },
        { "undo abcdef --store memory: --as scheduler", "error DS8015: 'scheduler' is not a user's name: what is scheduled is carried out under it\n" },
        { "import full --store memory: --as scheduler", "error DS8015: 'scheduler' is not a user's name: what is scheduled is carried out under it\n" },
        { "repl --store memory: --as scheduler", "error DS8015: 'scheduler' is not a user's name: what is scheduled is carried out under it\n" },
        { "design import a.docscript --store memory: --as scheduler", "error DS8015: 'scheduler' is not a user's name: what is scheduled is carried out under it\n" },
        { "show 1 --store foo:bar", "error DS8010: 'foo:bar' is no kind of store\n" },
        { "show 1 --store sqlit:bar", "error DS8010: 'sqlit:bar' is no kind of store\n  = did you mean 'sqlite'?" },
        { "show 1 --store sqlite:", "error DS8010: 'sqlite:' names no file for its store\n" },
        { "show 1 --store bare", "error DS8010: 'bare' is no kind of store\n" },
        { "run missing.docscript", "error DS8001: there is no file 'missing.docscript'\n" },
        { "run latin2.docscript", "error DS8001: there is no file 'latin2.docscript'\n  = nothing was changed\n  = help: did you mean 'latin1.docscript'?" },
        { "run folder", "error DS8002: 'folder' is a folder\n" },
        { "check latin1.docscript", "error DS8003: 'latin1.docscript' is not UTF-8: byte 0xE9 in line 2\n" },
        { "new a.docscript", "error DS8004: 'a.docscript' exists already\n" },
        { "new folder", "error DS8004: 'folder' exists already\n" },
        { "check a.docscript --design a.docscript", "error DS8014: 'a.docscript' is not a design: " },
        { "apply a.docscript", "error DS8013: 'a.docscript' is not a saved plan: " },
        { "undo abc --store memory:", "error DS8011: 'abc' is too short for a transaction's id\n" },
        { "undo abcdef --store memory:", "error DS8011: there is no transaction 'abcdef'\n" },
        { "show 42 --store memory:", "error DS8012: there is no document '42'\n" },
        { "show 42 --diff --publication --store memory:", "error DS8007: --diff and what readers see (--publication, --at, --brand) exclude each other\n" },
        { "show 42 --versions --at now --store memory:", "error DS8007: --versions and what readers see (--publication, --at, --brand) exclude each other\n" },
        { "show 42 --diff --versions --store memory:", "error DS8007: --diff and --versions exclude each other\n" },
        { "log --doc 42 --store memory:", "error DS8012: there is no document '42'\n" },
        { "export 42 --store memory:", "error DS8012: there is no document '42'\n" },
        { "export --out full --store memory:", "error DS8004: 'full' exists already and is no empty folder\n" },
        { "explain DS30001", "error DS8060: there is no diagnostic code 'DS30001'\n  = did you mean 'DS3001'?" },
        { "design shw", "error DS8005: 'docscript design' has no command 'shw'\n  = did you mean 'show'?" },
        { "design show --stor x", "error DS8006: 'docscript design show' has no option '--stor'\n  = did you mean '--store'?" },
        { "design check", "error DS8007: the <file> is missing\n" },
        { "design diff a b c", "error DS8007: " },
        { "design diff a.docscript a.docscript --store x.db", "error DS8007: two files are compared with each other, not with a store\n" },
        { "design check missing.json", "error DS8001: there is no file 'missing.json'\n" },
        { "design show nothing --store memory:", "error DS8043: the design has no component and no content type 'nothing'\n" },
        { "test folder", "error DS8040: there is no test in 'folder'\n" },
        { "test folder full --filter x", "error DS8040: there is no test in 'folder', 'full' whose path contains 'x'\n" },
        { "test ful", "error DS8001: there is no file or folder 'ful'\n  = help: did you mean 'full'?" },
        { "design import missing.json", "error DS8001: there is no file 'missing.json'\n  = nothing was changed\n" },
        { "test missing", "error DS8001: there is no file or folder 'missing'\n" },
        { "copy --from x.db", "error DS8007: --to is missing\n" },
        { "copy --from x.db --to sqlite:x.db", "error DS8007: 'x.db' and 'sqlite:x.db' are one store\n" },
        { "copy --from memory: --to x.db", "error DS8007: a store in memory is empty at the start of a command and gone at its end\n  = nothing was changed\n  = help: name a file with --from" },
        { "restore a.docscript --store memory:", "error DS8007: a store in memory is empty at the start of a command and gone at its end\n" },
        { "restore missing --store x.db", "error DS8001: there is no file 'missing'\n" },
        { "restore a.docscript --store sqlite:a.docscript", "error DS8007: 'a.docscript' is the store itself\n" },
        { "purge 42 --store memory:", "error DS8012: there is no document '42'\n" },
        { "purge 42 --store memory: --as scheduler", "error DS8015: 'scheduler' is not a user's name: what is scheduled is carried out under it\n" },
        { "backup", "error DS8007: the <file> is missing\n" },
        { "import missing", "error DS8001: there is no file or folder 'missing'\n" },
    };

    /// <summary>What the system or the store refuses, with the first lines of what is said.</summary>
    public static TheoryData<string, string> Failing => new()
    {
        { "show 1", $"error DS7023: there is no store at '<folder>/{Workplace.DefaultFile}'\n" },
        { "log", $"error DS7023: there is no store at '<folder>/{Workplace.DefaultFile}'\n" },
        { "undo abcdef --store sqlite:x.db", "error DS7023: there is no store at '<folder>/x.db'\n" },
        { "log --store no/x.db", "error DS7005: the store '<folder>/no/x.db' can't be opened: the folder '<folder>/no' does not exist\n" },
        { "run a.docscript --store no/x.db", "error DS7005: the store '<folder>/no/x.db' can't be opened: the folder '<folder>/no' does not exist\n" },
        { "plan a.docscript --store no/x.db", "error DS7005: the store '<folder>/no/x.db' can't be opened: the folder '<folder>/no' does not exist\n" },
        { "export --store x.db", "error DS7023: there is no store at '<folder>/x.db'\n" },
        { "design show --store x.db", "error DS7023: there is no store at '<folder>/x.db'\n" },
        { "check a.docscript --store x.db", "error DS7023: there is no store at '<folder>/x.db'\n" },
        { "show 1 --store litedb:x", LiteDbStore.IsAvailable ? "error DS7023: there is no store at '<folder>/x'\n" : "error DS7006: this build has no LiteDB stores, so '<folder>/x' can't be opened\n  = help: build with 'FullFeed=true'" },
        { "new missing/a.docscript", "error DS7022: 'missing/a.docscript' can't be written: its folder does not exist\n" },
        { "log --store sqlite:a.docscript", "error DS7002: " },
        { "run c.docscript --store sqlite:missing/x.db", "error DS7005: the store '<folder>/missing/x.db' can't be opened: " },
        { "log --store sqlite:folder", "error DS7005: " },
        { "verify", $"error DS7023: there is no store at '<folder>/{Workplace.DefaultFile}'\n" },
        { "compact --store x.db", "error DS7023: there is no store at '<folder>/x.db'\n" },
        { "backup b --store x.db", "error DS7023: there is no store at '<folder>/x.db'\n" },
        { "backup b --store memory:", "error DS7005: a store in memory has no backup\n" },
        { "copy --from x.db --to y.db", "error DS7023: there is no store at '<folder>/x.db'\n" },
        { "restore a.docscript --store x.db", "error DS7002: '<folder>/a.docscript' is not a DocScript store: it is too short\n" },
        { "restore a.docscript --store no/x.db", "error DS7005: the store '<folder>/no/x.db' can't be opened: the folder '<folder>/no' does not exist\n" },
        { "restore a.docscript --store litedb:x", LiteDbStore.IsAvailable ? "error DS7002: '<folder>/a.docscript' is not a DocScript store: it is too short\n" : "error DS7006: this build has no LiteDB stores" },
        { "copy --from litedb:x --to y.db", LiteDbStore.IsAvailable ? "error DS7023: " : "error DS7006: this build has no LiteDB stores" },
        { "import folder", "error DS7021: 'folder' can't be imported: " },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_command_line_is_explained(string line, string expected)
    {
        using var place = Place();
        var outcome = await place.RunAsync(line.Split(' '));
        Assert.StartsWith(expected, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("= help: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (outcome.Status, outcome.Out));
        Assert.Equal("a.docscript c.docscript folder full latin1.docscript", string.Join(' ', place.Names));
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task What_the_system_refuses_is_explained(string line, string expected)
    {
        using var place = Place();
        var outcome = await place.RunAsync(line.Split(' '));
        Assert.StartsWith(expected, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("= help: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (outcome.Status, outcome.Out));
        Assert.Equal("a.docscript c.docscript folder full latin1.docscript", string.Join(' ', place.Names));
    }

    [Theory]
    [InlineData("docscript.db", false)]
    [InlineData("docscript.litedb", true)]
    public async Task Where_only_one_of_the_default_files_is_there_it_is_meant(string file, bool isLiteDb)
    {
        using var place = Place();
        place.Write(file, "no store");
        var outcome = await place.RunAsync("log");
        Assert.StartsWith(isLiteDb && !LiteDbStore.IsAvailable ? "error DS7006: " : "error DS7002: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"'<folder>/{file}'", outcome.Error, StringComparison.Ordinal);

        place.Write(Workplace.DefaultFile == file ? "other" : Workplace.DefaultFile, "no store");
        Assert.Contains($"'<folder>/{Workplace.DefaultFile}'", (await place.RunAsync("log")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_usage_code_has_a_case()
    {
        // The others have theirs in the tests of their verbs.
        string[] elsewhere = ["DS8009", "DS8016", "DS8070", "DS8071", "DS8072", "DS7024", "DS4091", "DS7025", "DS7026", "DS4092", "DS8017", "DS8018", "DS3090", "DS3091", "DS9001", .. LiteDbStore.IsAvailable ? ["DS7006"] : Array.Empty<string>()];
        var cases = Wrong.Concat(Failing).Select(row => ((string)row[1]).Split(' ')[1].TrimEnd(':')).Concat(elsewhere).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("", string.Join(' ', CliCodes.All.Select(code => code.Id).Where(id => !cases.Contains(id))));
        Assert.Equal(CliCodes.All.Count, CliCodes.All.Select(code => code.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(CliCodes.All, code => Assert.EndsWith(".", code.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_json_a_wrong_command_line_is_an_object_too()
    {
        using var place = Place();
        (await place.RunAsync("show", "--json")).Is(
            2,
            """{"command":"show","status":"usage","exit":2,"diagnostics":[{"code":"DS8007","severity":"error","message":"the <document> is missing","help":"see 'docscript show --help'"}]}""");
    }

    [Fact]
    public async Task A_clock_that_is_no_instant_is_refused()
    {
        using var place = Place();
        place.Environment["DOCSCRIPT_NOW"] = "noon";
        (await place.RunAsync("run", "a.docscript")).Is(
            2,
            error: """
            error DS8009: DOCSCRIPT_NOW is 'noon', which is no ISO 8601 instant
              = nothing was changed
              = help: set it to something like 2026-01-31T12:00:00Z, or unset it
            """);
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown_as_an_error()
    {
        using var place = Place();
        var outcome = await place.RunAsync();
        Assert.Equal((2, ""), (outcome.Status, outcome.Out));
        Assert.Contains("Commands:", outcome.Error, StringComparison.Ordinal);
        var asked = await place.RunAsync("--help");
        Assert.Equal((0, outcome.Error, ""), (asked.Status, asked.Out, asked.Error));
    }

    [Fact]
    public async Task Every_command_has_help_and_a_row_in_the_page_of_json()
    {
        using var place = Place();
        var page = File.ReadAllText(Testing.Data.Repository.PathTo("src/DocScript.Cli/JSON.md"));
        var designs = (await place.CommandsAsync("design")).Select(name => "design " + name).ToList();
        var commands = (await place.CommandsAsync("commands")).Select(name => "commands " + name).ToList();
        var verbs = (await place.CommandsAsync()).Where(name => name != "design").Concat(designs).Concat(commands).ToList();
        Assert.Equal((4, 4), (designs.Count, commands.Count));
        Assert.Contains("tick", verbs);
        foreach (var verb in verbs)
        {
            var outcome = await place.RunAsync([.. verb.Split(' '), "--help"]);
            Assert.Equal((0, ""), (outcome.Status, outcome.Error));
            Assert.Contains("docscript " + verb, outcome.Out, StringComparison.Ordinal);
            Assert.Contains("--json", outcome.Out, StringComparison.Ordinal);
            Assert.Matches($@"(?m)^\| (`[a-z ]+`, )*`{verb}`[,` a-z]* \|", page);
        }
    }

    [Fact]
    public async Task In_a_list_of_commands_an_argument_that_may_be_left_out_stands_in_brackets()
    {
        using var place = Place();
        var all = (await place.RunAsync("--help")).Out;
        Assert.Contains("\n  export [document]  ", all, StringComparison.Ordinal);
        Assert.Contains("\n  explain [code]  ", all, StringComparison.Ordinal);
        Assert.Contains("\n  show <document>  ", all, StringComparison.Ordinal);
        Assert.Contains("\n  show [name]  ", (await place.RunAsync("design", "--help")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("DS1001", all + (await place.RunAsync("explain", "--help")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_commands_without_one_shows_its_help_as_an_error()
    {
        using var place = new Workplace();
        var outcome = await place.RunAsync("design");
        Assert.Equal((2, ""), (outcome.Status, outcome.Out));
        Assert.Contains("check <file>", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_told()
    {
        using var place = Place();
        var outcome = await place.RunAsync("version");
        Assert.Matches(@"\Adocscript [0-9]+\.[0-9]+\.[0-9]+ \(\.NET [^)]+\)\n\z", outcome.Out);
        Assert.Equal(outcome, await place.RunAsync("--version"));
    }

    [Fact]
    public async Task A_terminal_without_a_script_named_is_not_waited_for()
    {
        using var place = Place();
        place.OnTerminal = true;
        var outcome = await place.RunAsync("check");
        Assert.Equal(2, outcome.Status);
        Assert.Contains("no script was named", outcome.Error, StringComparison.Ordinal);
    }

    private static Workplace Place()
    {
        var place = new Workplace();
        place.Write("a.docscript", "print 1\n");
        place.Write("c.docscript", "create page title \"x\"\n");
        place.Write("latin1.docscript", [.. "# x\n# caf"u8, 0xE9, (byte)'\n']);
        Directory.CreateDirectory(Path.Combine(place.Folder, "folder"));
        Directory.CreateDirectory(Path.Combine(place.Folder, "full", "inside"));
        return place;
    }
}
