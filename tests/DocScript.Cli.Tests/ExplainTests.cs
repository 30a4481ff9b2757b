using System.Text.Json;
using System.Text.RegularExpressions;
using DocScript.Cli.Diagnostics;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;
using DocScript.Storage.LiteDb;
using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

public sealed partial class ExplainTests
{
    private static readonly CodeTable Table = CodeTable.Create();

    public static TheoryData<string> CommandLines => [.. CommandExamples.Read().Select(pair => pair.Id)];

    [Fact]
    public async Task A_code_is_explained_with_an_example()
    {
        using var place = new Workplace();
        (await place.RunAsync("explain", "ds8005")).Is(
            0,
            """
            DS8005: unknown command

            The first word after 'docscript' is no command. 'docscript --help' lists them.

            It comes when a command line is wrong, before anything runs.
            Exit status: 2.

            For example, the command

                docscript rn a.docscript

            gives

                error DS8005: 'rn' is no command
                  = did you mean 'run'?
                  = help: see 'docscript --help'
            """);
    }

    [Fact]
    public async Task The_example_of_a_scripts_code_is_a_case()
    {
        using var place = new Workplace();
        var shown = (await place.RunAsync("explain", "DS3001")).Out;
        Assert.Contains("\n\nFor example, the script\n\n    ", shown, StringComparison.Ordinal);
        Assert.Contains("\n\ngives\n\n    error DS3001: unknown name '", shown, StringComparison.Ordinal);
        Assert.Contains("┌ example.docscript:", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_commits_meanwhile_belongs_to_the_example()
    {
        using var place = new Workplace();
        var shown = await place.RunAsync("explain", "DS4006");
        Assert.Contains("Another commits meanwhile:\n\n    ", shown.Out, StringComparison.Ordinal);
        Assert.Contains("For example, the command\n\n    docscript apply <plan>\n", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_beginning_of_codes_lists_them_and_no_code_all()
    {
        using var place = new Workplace();
        var family = await place.RunAsync("explain", "DS9");
        family.Is(0, "DS9 internal: when DocScript itself has a bug; a transaction is committed whole or not at all\n  DS9001  internal error");
        var all = await place.RunAsync("explain");
        Assert.EndsWith("\n\n" + family.Out, all.Out, StringComparison.Ordinal);
        Assert.All(Table.All, entry => Assert.Contains($"  {entry.Code.Id}  {entry.Code.Title}", all.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_json_every_code_has_the_same_members()
    {
        using var place = new Workplace();
        using var json = JsonDocument.Parse((await place.RunAsync("explain", "--json")).Out);
        var codes = json.RootElement.GetProperty("codes").EnumerateArray().ToList();
        Assert.Equal(Table.All.Select(entry => entry.Code.Id), codes.Select(code => code.GetProperty("code").GetString()));
        Assert.All(codes, code => Assert.StartsWith("code title explanation severity family when exit", string.Join(' ', code.EnumerateObject().Select(member => member.Name)), StringComparison.Ordinal));
        Assert.Equal(0, codes.Single(code => code.GetProperty("code").GetString() is "DS2011").GetProperty("exit").GetInt32());
    }

    [Theory]
    [InlineData("DS3O01", "did you mean 'DS3001'?")]
    [InlineData("", null)]
    [InlineData("x\u001b[31m", null)]
    public async Task A_wrong_code_is_refused(string given, string? label)
    {
        using var place = new Workplace();
        var refused = await place.RunAsync("explain", given);
        Assert.Equal((2, ""), (refused.Status, refused.Out));
        Assert.StartsWith("error DS8060: there is no diagnostic code '", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', refused.Error);
        Assert.Equal(label is not null, refused.Error.Contains(label ?? "did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_has_every_code_of_every_room_once()
    {
        var rooms = SyntaxCodes.All.Concat(EngineCodes.All).Concat(EventCodes.All).Concat(StoreCodes.All).Concat(CliCodes.All).Select(code => code.Id).ToList();
        Assert.Equal("", string.Join(' ', rooms.Except(Table.All.Select(entry => entry.Code.Id))));
        Assert.Equal(Table.All.Count, Table.All.Select(entry => entry.Code.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("", string.Join(' ', RuleCodes.All.Select(code => code.Id).Except(Table.All.Select(entry => entry.Code.Id))));
    }

    [Fact]
    public async Task Every_code_that_a_case_expects_is_explained()
    {
        using var place = new Workplace();
        var expected = Directory.EnumerateFiles(Repository.PathTo("tests/cases"), "*.case", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(expected.Count > 150, $"only {expected.Count} codes");
        foreach (var code in expected.Concat(RuleCodes.All.Select(code => code.Id))) Assert.StartsWith(code + ": ", (await place.RunAsync("explain", code)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_breaks_under_a_design_is_told_in_the_code_of_each_phase()
    {
        using var place = new Workplace();
        var (check, import) = ((await place.RunAsync("explain", "DS2197")).Out, (await place.RunAsync("explain", "DS3197")).Out);
        Assert.Contains("\nExit status: 3.\n", check, StringComparison.Ordinal);
        Assert.Contains("\nExit status: 1.\n", import, StringComparison.Ordinal);
        Assert.Contains("\n    docscript design import design.json --store a.db\n", import, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_an_example_but_those_of_broken_machines_and_bugs()
    {
        // DS31xx want a design that was changed by force, or a command in C#; DS4091 others that keep changing the store; DS6202 a hook that is not C#; DS6306 files that change while a program runs; DS6207 a store that fails between two commits; DS9001 a bug.
        Assert.Equal("DS3101 DS3102 DS3119 DS3161 DS4091 DS6202 DS6207 DS6306 DS9001", string.Join(' ', Table.All.Where(entry => entry.Example is null).Select(entry => entry.Code.Id)));
    }

    [GeneratedRegex("DS[0-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    /// <summary>With DOCSCRIPT_UPDATE_CASES=1 what came out is written into the file, to be read before it is committed.</summary>
    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task An_example_of_a_command_line_says_what_it_shows(string code)
    {
        // A build with LiteDB opens every kind of store.
        if (code is "DS7006" && LiteDbStore.IsAvailable) return;
        var (line, message) = (Table.Find(code)!.Example!.Input, Table.Find(code)!.Example!.Message);
        using var place = new Workplace();
        place.Environment.Remove("DOCSCRIPT_NOW");
        place.Write("a.docscript", "print 1\n");
        place.Write("latin1.docscript", [(byte)'#', 0xE9, (byte)'\n']);
        place.Write("bad.json", """{"id": 7, "systemdata": {"contentType": "articel"}, "metadata": {}, "content": []}""");
        place.Write("update.json", """{"commands": [{"operation": "setTitle", "value": 5}]}""");
        place.Write("native.json", """{"docscript": 1}""");
        place.Write("empty.test.docscript", "print 1\n");
        place.Write("failing.test.docscript", "#: run\nprint 1\n#: expect DS4001\n");
        Directory.CreateDirectory(Path.Combine(place.Folder, "folder"));
        place.Write("design.json", """{"components": [{"name": "heading", "html": "<h1></h1>"}], "contentTypes": [{"handle": "page"}]}""");
        place.Write("create.docscript", "create article title \"A\"");
        place.Write("delete.docscript", "use 1 { delete }");
        foreach (var store in new[] { "a.db", "b.db", "damaged.db", "deleted.db" }) Assert.Equal(0, (await place.RunAsync("run", "create.docscript", "--store", store)).Status);
        Assert.Equal(0, (await place.RunAsync("run", "delete.docscript", "--store", "deleted.db")).Status);
        place.Damage("damaged.db");
        await CommandsAsync(place);

        var words = line.Split(' ').ToList();
        if (words[0].Split('=') is [var variable, var value]) place.Environment[variable] = value;
        var arguments = words.SkipWhile(word => word is not "docscript").Skip(1).Select(word => word is "\"\"" ? "" : word).ToArray();
        var outcome = await place.RunAsync(arguments);
        Assert.Equal(Table.Find(code)!.Exit, outcome.Status);
        // A run of tests lists those that fail, 'fuzz' the case that breaks a law, 'verify' what is wrong, 'purge' what would go.
        if (arguments[0] is not ("test" or "fuzz" or "verify" or "purge") && outcome.Status > 0) Assert.Equal("", outcome.Out);
        var said = outcome.Error.Replace("<folder>/", "", StringComparison.Ordinal).Replace("<folder>", "/home/ana", StringComparison.Ordinal).TrimEnd('\n');
        if (Environment.GetEnvironmentVariable("DOCSCRIPT_UPDATE_CASES") == "1")
        {
            var file = Repository.PathTo("src/DocScript.Cli/Diagnostics/CommandExamples.txt");
            File.WriteAllText(file, File.ReadAllText(file).Replace($"$ {line}\n{message}\n", $"$ {line}\n{said}\n", StringComparison.Ordinal));
            return;
        }

        Assert.Equal(message, said);
    }

    // Folders of commands, and files of trust, in all states that there are examples of.
    private static async Task CommandsAsync(Workplace place)
    {
        const string Shout = "[Command] void Shout(DocumentEdit document) => document.SetTitle(document.Title.ToUpperInvariant());\n";
        place.Write("shout.docscript", "create article title \"a\"\nshout\n");
        foreach (var folder in new[] { "commands", "more", "shouted/commands", "opened", "gone", "broken", "open", "damaged", "newer", "unsaid", "wrongly", "lead", "never", "granted" }) Directory.CreateDirectory(Path.Combine(place.Folder, folder));
        foreach (var folder in new[] { "commands", "more", "shouted/commands", "opened" }) place.Write(folder + "/shout.csx", Shout);
        place.Write("lead/lead.csx", "[Command]\nvoid DropLead(DocumentEdit document) =>\n    document.Remove(document.Components[0]);\n");
        place.Write("never/never.csx", "[Command]\nvoid Refuse(DocumentEdit document) =>\n    throw new Refusal(\"not today\");\n");
        place.Write("shouted/shout.docscript", place.Read("shout.docscript"));
        Assert.Equal(0, (await place.RunAsync("trust", "shouted/commands")).Status);
        place.Write("shouted/commands/shout.csx", Shout + "// changed\n");
        place.Write("granted/peek.csx", "[Command]\nstring Peek(Files files) =>\n    files.ReadText(\"../secret.txt\");\n");
        place.Write("peek.docscript", "peek\n");
        Assert.Equal(0, (await place.RunAsync("trust", "granted", "--allow", "files: read ./data")).Status);
        Assert.Equal(0, (await place.RunAsync("commands", "use", "gone", "--store", "gone.db")).Status);
        Directory.Delete(Path.Combine(place.Folder, "gone"));
        place.Write("unsaid/shout.csx", Shout);
        place.Write("wrongly/shout.csx", "/// <summary>Shouts.</summary>\n" + Shout.Replace("[Command]", "[Command(Example = \"shuot\")]", StringComparison.Ordinal));
        File.CreateSymbolicLink(Path.Combine(place.Folder, "broken", "shout.csx"), "nowhere");
        foreach (var (home, text) in new[] { ("open", "{}"), ("damaged", "{"), ("newer", """{"docscriptTrust": 2}""") }) place.Write(home + "/trust.json", text);
        if (OperatingSystem.IsWindows()) return;
        foreach (var open in new[] { "opened", "open/trust.json" }) File.SetUnixFileMode(Path.Combine(place.Folder, open), File.GetUnixFileMode(Path.Combine(place.Folder, open)) | UnixFileMode.OtherWrite);
    }
}
