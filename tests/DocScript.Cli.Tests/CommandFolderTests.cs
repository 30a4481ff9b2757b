namespace DocScript.Cli.Tests;

/// <summary>Where scripts get their commands in C# from, for every verb that reads or runs them.</summary>
public sealed class CommandFolderTests
{
    private const string Script = "create article key \"a\" title \"a\" {\n    shout\n    print twice(title)\n}\n";
    private const string Trust = "  = help: look at the files, then: docscript trust <folder>/commands\n";

    [Theory]
    [InlineData("run", "a.docscript")]
    [InlineData("plan", "a.docscript")]
    [InlineData("check", "a.docscript")]
    [InlineData("test", "a.test.docscript")]
    public async Task A_script_beside_a_folder_has_its_commands_once_it_is_trusted(params string[] arguments)
    {
        using var place = WithCommands();
        place.Write("a.test.docscript", "#: run\n" + Script + "#: then\nuse \"a\"\nrequire title == \"A\"\n");
        var refused = await place.RunAsync(arguments);
        Assert.Equal(1, refused.Status);
        Assert.StartsWith("error DS6301: the folder of commands '<folder>/commands' is not trusted, and this script needs its 'shout'\n", refused.Error, StringComparison.Ordinal);
        Assert.Contains(Trust, refused.Error, StringComparison.Ordinal);
        Assert.False(place.Exists(Workplace.DefaultFile));
        Assert.Equal(0, (await place.RunAsync("trust", "commands")).Status);
        Assert.Equal(0, (await place.RunAsync(arguments)).Status);
    }

    [Theory]
    [InlineData("fmt", "--check", "a.docscript")]
    [InlineData("convert", "a.docscript", "--to", "native")]
    public async Task To_read_a_script_needs_no_trust_since_nothing_is_run(params string[] arguments)
    {
        using var place = WithCommands();
        Assert.Equal(0, (await place.RunAsync(arguments)).Status);
    }

    [Theory]
    [InlineData("run", "-")]
    [InlineData("plan", "-")]
    [InlineData("check", "-")]
    [InlineData("fmt", "-")]
    [InlineData("convert", "-", "--to", "native")]
    [InlineData("repl")]
    public async Task A_folder_that_is_named_needs_no_trust(params string[] arguments)
    {
        using var place = WithCommands();
        Assert.Equal(3, (await place.RunInputAsync(Script, arguments)).Status);
        Assert.Equal(0, (await place.RunInputAsync(Script, [.. arguments, "--commands", "commands"])).Status);
        Assert.False(File.Exists(Path.Combine(place.Home, "trust.json")));
    }

    [Fact]
    public async Task A_script_in_a_folder_named_commands_has_those_of_its_own_folder()
    {
        using var place = WithCommands();
        place.Write("commands/own.test.docscript", "#: run\n" + Script + "#: then\nuse \"a\"\nrequire title == \"A\"\n");
        Assert.Equal(0, (await place.RunAsync("trust", "commands")).Status);
        (await place.RunAsync("test", "commands")).Is(0, "ok   commands/own.test.docscript\n1 passed, 0 failed");
    }

    [Fact]
    public async Task A_script_that_a_test_runs_has_the_commands_beside_it_and_not_those_beside_the_test()
    {
        using var place = WithCommands();
        Directory.CreateDirectory(Path.Combine(place.Folder, "tests"));
        place.Write("tests/a.test.docscript", "#: run ../a.docscript\n#: then\nuse \"a\"\nrequire title == \"A\"\n");
        var refused = await place.RunAsync("test", "tests");
        Assert.Equal(1, refused.Status);
        Assert.Contains("error DS6301: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("trust", "commands")).Status);
        (await place.RunAsync("test", "tests")).Is(0, "ok   tests/a.test.docscript\n1 passed, 0 failed");
    }

    [Fact]
    public async Task The_folder_of_a_store_loads_for_a_user_who_trusts_it_and_for_no_other()
    {
        using var place = WithCommands();
        Directory.Move(Path.Combine(place.Folder, "commands"), Path.Combine(place.Folder, "house"));
        Assert.Equal(0, (await place.RunAsync("commands", "use", "house")).Status);
        Assert.Equal(0, (await place.RunAsync("trust", "house")).Status);
        Assert.Equal("AA\n", (await place.RunInputAsync(Script, "run", "-")).Out);
        // Another user with the same store.
        place.Environment["DOCSCRIPT_HOME"] = Path.Combine(place.Home, "other");
        var refused = await place.RunInputAsync("use \"a\" { shout }", "run", "-");
        Assert.Equal(1, refused.Status);
        Assert.StartsWith("error DS6301: the folder of commands '<folder>/house' is not trusted", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunInputAsync("use \"a\" { set title = \"b\" }", "run", "-")).Status);
    }

    [Fact]
    public async Task A_hook_of_the_stores_folder_is_asked_by_run_plan_undo_apply_and_tick()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "house"));
        place.Write("house/a.csx", "[Before(\"publish\")] void Guard(DocumentView document) => throw new Refusal(\"not today\");");
        Assert.Equal(0, (await place.RunInputAsync("create article key \"a\" title \"a\" { publish }", "run", "-")).Status);
        Assert.Equal(0, (await place.RunInputAsync("use \"a\" { unpublish }", "run", "-")).Status);
        Assert.Equal(0, (await place.RunInputAsync("use \"a\" { schedule publish at \"2026-01-31T12:00:01Z\" }", "run", "-")).Status);
        place.Write("publish.docscript", "use \"a\" { publish }\n");
        Assert.Equal(0, (await place.RunAsync("plan", "publish.docscript", "--out", "a.plan")).Status);
        Assert.Equal(0, (await place.RunAsync("commands", "use", "house")).Status);
        place.Environment["DOCSCRIPT_NOW"] = "2026-01-31T13:00:00Z";
        var unpublished = (await place.RunAsync("log")).Out.Split('\n').Single(line => line.Contains("unpublish", StringComparison.Ordinal))[..36];
        string[][] all = [["run", "publish.docscript"], ["plan", "publish.docscript"], ["undo", unpublished], ["undo", unpublished, "--plan"], ["apply", "a.plan"], ["tick"]];
        foreach (var line in all)
        {
            var refused = await place.RunAsync(line);
            Assert.True(refused is { Status: 1 or 4, Error: var error } && error.Contains("DS6301: the folder of commands '<folder>/house' is not trusted", StringComparison.Ordinal), $"{string.Join(' ', line)}: {refused}");
        }

        Assert.Equal(0, (await place.RunAsync("trust", "house")).Status);
        foreach (var line in all.Where(line => line[0] is not "tick"))
        {
            var refused = await place.RunAsync(line);
            Assert.True(refused.Status > 0 && refused.Error.Contains("not today", StringComparison.Ordinal), $"{string.Join(' ', line)}: {refused}");
        }

        Assert.Contains("not today", (await place.RunAsync("tick")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("change")]
    [InlineData("create", "--commands", "commands")]
    public async Task A_plan_asks_the_hooks_that_its_script_had_wherever_it_is_applied(string raised, params string[] named)
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/a.csx", $"[After(\"{raised}\")] void Stamp(Transaction transaction, DocumentEvent made) {{ if (transaction.Find(made.Document)?.Text(\"description\") is null) transaction.Edit(made.Document).SetMetadata(\"description\", \"stamped\"); }}");
        place.Write("a.docscript", "create article key \"a\"\n");
        Assert.Equal(0, (await place.RunAsync("trust", "commands")).Status);
        Assert.Equal(0, (await place.RunAsync(["plan", "a.docscript", "--out", "a.plan", .. named])).Status);
        Assert.Equal(0, (await place.RunAsync("trust", "--revoke", "commands")).Status);
        var refused = await place.RunAsync("apply", "a.plan");
        Assert.Equal(1, refused.Status);
        Assert.StartsWith($"error DS6301: the folder of commands '<folder>/commands' is not trusted, and it has a hook on '{raised}', which this raises\n", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("apply", "a.plan", "--commands", "commands")).Status);
        Assert.Contains("stamped", (await place.RunAsync("show", "a")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_whose_folder_of_hooks_is_gone_is_refused()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/a.csx", "[Before(\"create\")] void Guard(DocumentView made) { }");
        Assert.Equal(0, (await place.RunInputAsync("create article", "plan", "-", "--out", "a.plan", "--commands", "commands")).Status);
        Directory.Delete(Path.Combine(place.Folder, "commands"), recursive: true);
        var refused = await place.RunAsync("apply", "a.plan");
        Assert.Equal(1, refused.Status);
        Assert.StartsWith("error DS6303: there is no folder of commands at '<folder>/commands'\n", refused.Error, StringComparison.Ordinal);
        Assert.Contains("bring it back, or make the plan again\n", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_asks_the_hooks_of_the_stores_folder_and_of_those_that_are_named()
    {
        using var place = new Workplace();
        foreach (var (folder, hook) in new[] { ("house", "[Before(\"create\")] void Guard(DocumentView made) => throw new Refusal(\"not today\");"), ("named", "[Before(\"change\")] void Other(DocumentView made) => throw new Refusal(\"nor tomorrow\");") })
        {
            Directory.CreateDirectory(Path.Combine(place.Folder, folder));
            place.Write($"{folder}/a.csx", hook);
        }

        place.Write("1.json", """{"id": 1, "systemdata": {"contentType": "article"}, "content": []}""");
        var refused = await place.RunAsync("import", "1.json", "--commands", "named");
        Assert.Equal(1, refused.Status);
        Assert.StartsWith("error DS6201: change of document 1 was refused by 'other': nor tomorrow\n", refused.Error, StringComparison.Ordinal);
        Assert.EndsWith("nothing was changed\n", refused.Error, StringComparison.Ordinal);
        Assert.False(place.Exists(Workplace.DefaultFile));
        Assert.Equal(0, (await place.RunAsync("commands", "use", "house")).Status);
        Assert.Contains("DS6301: the folder of commands '<folder>/house' is not trusted, and it has a hook on 'create', which this raises", (await place.RunAsync("import", "1.json")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("trust", "house")).Status);
        Assert.Contains("not today", (await place.RunAsync("import", "1.json")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("commands", "use", "--none")).Status);
        Assert.Equal(0, (await place.RunAsync("import", "1.json")).Status);
    }

    [Fact]
    public async Task Named_arguments_are_for_commands_in_csharp_that_take_such()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/a.csx", "[Command] CommandResult Sent(NamedArguments sent) => CommandResult.Message(string.Join(\", \", sent.Names.Select(name => $\"{name}: {sent[name]}\")));");
        place.Write("long.txt", "from a file");
        string[] given = ["--commands", "commands", "--arg", "ids=1,2", "--arg", "text=@long.txt"];
        Assert.Equal("ids: 1,2, text: from a file\n", (await place.RunInputAsync("sent", ["run", "-", .. given])).Out);
        Assert.StartsWith("ids: 1,2, text: from a file\n", (await place.RunInputAsync("sent", ["plan", "-", .. given])).Out, StringComparison.Ordinal);
        (await place.RunInputAsync("sent", "run", "-", "--arg", "ids")).Is(2, "", "error DS8008: 'ids' is no name=value\n  = nothing was changed\n  = help: write it as --arg name=value");
    }

    [Fact]
    public async Task A_script_runs_beside_a_folder_that_is_not_trusted_where_it_needs_nothing_of_it()
    {
        using var place = WithCommands();
        place.Write("plain.docscript", "create article title \"a\" { publish }\n");
        Assert.Equal(0, (await place.RunAsync("run", "plain.docscript")).Status);
        Assert.Equal(0, (await place.RunAsync("check", "plain.docscript")).Status);
    }

    [Theory]
    [InlineData("commands/a.csx", "DS8018")]
    [InlineData("comands", "DS8001")]
    public async Task A_folder_that_is_named_must_be_one(string folder, string code)
    {
        using var place = WithCommands();
        var outcome = await place.RunAsync("run", "a.docscript", "--commands", folder);
        Assert.Equal(2, outcome.Status);
        Assert.StartsWith($"error {code}: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repl_has_what_is_saved_meanwhile_and_keeps_what_was_right()
    {
        using var place = WithCommands();
        var file = Path.Combine(place.Folder, "commands", "a.csx");
        var again = "[Command] void Save(string text) { }\n";
        // A command can't write files, so the input itself comes in steps.
        using var input = new SteppedInput(
            ("create article key \"a\" title \"a\" { shout }\n", null),
            ("use \"a\" { shout }\n", () => File.WriteAllText(file, "[Command] void Shout(")),
            ("use \"a\" { save \"x\" }\n", () => File.WriteAllText(file, again)));
        var outcome = await place.RunAsync(input, "repl", "--commands", "commands");
        Assert.Equal(0, outcome.Status);
        Assert.Equal(1, outcome.Error.Split("warning DS6306: the commands in '<folder>/commands' are still those from before: what is new does not compile\n").Length - 1);
        Assert.Contains("warning DS6001: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("error", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_native_json_has_the_commands_too()
    {
        using var place = WithCommands();
        Assert.Equal(0, (await place.RunAsync("convert", "a.docscript", "--to", "native", "--out", "a.json", "--commands", "commands")).Status);
        Assert.Equal(Script, (await place.RunAsync("convert", "a.json", "--commands", "commands")).Out);
        Assert.Equal(Script, (await place.RunAsync("convert", "a.json")).Out);
        Directory.CreateDirectory(Path.Combine(place.Folder, "away"));
        place.Write("away/a.json", place.Read("a.json"));
        Assert.Equal(2, (await place.RunAsync("convert", "away/a.json")).Status);
    }

    private static Workplace WithCommands()
    {
        var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/a.csx", "[Command] void Shout(DocumentEdit document) => document.SetTitle(document.Title.ToUpperInvariant());\n[Function] string Twice(string text) => text + text;\n");
        place.Write("a.docscript", Script);
        return place;
    }
}
