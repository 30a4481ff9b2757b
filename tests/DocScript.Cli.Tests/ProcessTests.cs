using System.Diagnostics;

namespace DocScript.Cli.Tests;

/// <summary>The command line as a process of its own.</summary>
public sealed class ProcessTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "docscript.dll");

    [Fact]
    public async Task A_script_runs_and_is_undone()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes + "print \"é\"\n");
        var run = await RunAsync(place, Program, "run a.docscript");
        Assert.Equal((0, "é\n"), (run.Status, run.Out));
        var id = run.Error.Split("committed ")[1][..36];
        Assert.Equal(0, (await RunAsync(place, Program, "undo " + id)).Status);
        var show = await RunAsync(place, Program, "show notes");
        Assert.Contains(" deleted\n", show.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_output_and_status_are_those_of_the_process()
    {
        using var place = new Workplace();
        var run = await RunAsync(place, Program, "run -", "print 1 +\n");
        Assert.Equal((3, ""), (run.Status, run.Out));
        Assert.StartsWith("error DS1", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(place, Program, "nonsense")).Status);
    }

    [Fact]
    public async Task A_check_loads_neither_stores_nor_colours()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Concat([Path.ChangeExtension(Program, ".runtimeconfig.json")]))
        {
            var name = Path.GetFileName(file);
            if (!name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) && !name.Contains("SQLite", StringComparison.Ordinal) && !name.StartsWith("Spectre", StringComparison.Ordinal))
                File.Copy(file, Path.Combine(place.Folder, name));
        }

        var check = await RunAsync(place, Path.Combine(place.Folder, "docscript.dll"), "check a.docscript");
        Assert.Equal((0, ""), (check.Status, check.Out));
        Assert.EndsWith("1 script checked, no errors\n", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_loads_only_what_reads_and_judges_scripts()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        var names = await LoadedAsync(place, "check", "a.docscript");
        Assert.Contains("Sprache", names);
        string[] heavy = ["DocScript.Hooks", "Microsoft.CodeAnalysis", "Microsoft.AspNetCore", "Microsoft.Data", "SQLitePCLRaw", "DocScript.Storage", "LiteDB", "Spectre", "Terminal.Gui", "FsCheck", "FSharp", "xunit", "DocScript.Testing", "AngleSharp", "System.Linq.Expressions", "System.Text.Json", "System.Text.RegularExpressions"];
        Assert.DoesNotContain(names, name => heavy.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_what_is_compiled_anew_loads_the_compiler_and_only_where_a_folder_is_in_play_is_there_anything_of_commands()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        string[] run = ["run", "a.docscript"], undo = ["undo", "0"], tick = ["tick"];
        foreach (var line in new[] { run, undo, tick }) Assert.DoesNotContain(await LoadedAsync(place, line), name => name.StartsWith("DocScript.Hooks", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/a.csx", "[Command] void Shout(DocumentEdit document) => document.SetTitle(document.Title.ToUpperInvariant());");
        place.Write("a.docscript", "create article title \"a\" { shout }\n");
        string[] named = [.. run, "--commands", "commands"];
        Assert.Contains("Microsoft.CodeAnalysis.CSharp", await LoadedAsync(place, named));
        var again = await LoadedAsync(place, named);
        Assert.Contains("DocScript.Hooks", again);
        Assert.DoesNotContain(again, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        place.Write("a.docscript", "print 1\n");
        Assert.DoesNotContain("DocScript.Hooks", await LoadedAsync(place, named));
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_no_error()
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = new Workplace();
        place.Write("a.docscript", "for each _n in split(\"" + new string(',', 50_000) + "\", \",\") { print \"a line of text that fills the pipe\" }\n");
        var run = await StartAsync(place, "/bin/sh", ["-c", $"{{ '{Dotnet}' '{Program}' run a.docscript; echo \"status $?\" >&2; }} | head -n 1"], "");
        Assert.Equal("a line of text that fills the pipe\n", run.Out);
        Assert.Equal("a.docscript: nothing changed\nstatus 0\n", run.Error);
    }

    [Fact]
    public async Task An_interrupt_ends_what_waits_for_input()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var place = new Workplace();
        // What runs in the background of a shell has interrupts ignored, and its children inherit that.
        using var process = Start(place, "env", ["--default-signal=INT", Dotnet, Program, "repl"]);
        await process.StandardInput.WriteAsync("print 1\n");
        await process.StandardInput.FlushAsync();
        // The loop waits for its next input once it has answered.
        Assert.Equal("1", await process.StandardOutput.ReadLineAsync());
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("nothing changed\ncancelled; what was running changed nothing\n", await process.StandardError.ReadToEndAsync());
    }

    /// <summary>The assemblies that a process has loaded by its end.</summary>
    private static async Task<string[]> LoadedAsync(Workplace place, params string[] line)
    {
        var loaded = Path.Combine(place.Folder, "loaded");
        using var process = Start(place, Dotnet, [Program, .. line], new()
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.Variable] = loaded,
        });
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return await File.ReadAllLinesAsync(loaded);
    }

    private static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private static Task<Outcome> RunAsync(Workplace place, string program, string line, string input = "") =>
        StartAsync(place, Dotnet, [program, .. line.Split(' ')], input);

    private static async Task<Outcome> StartAsync(Workplace place, string file, string[] arguments, string input)
    {
        using var process = Start(place, file, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }

    private static Process Start(Workplace place, string file, string[] arguments, Dictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["DOCSCRIPT_NOW"] = Workplace.Now;
        start.Environment["DOCSCRIPT_HOME"] = place.Home;
        start.Environment.Remove("DOCSCRIPT_STORE");
        foreach (var (name, value) in variables ?? []) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
