using System.Diagnostics;
using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Hooks.Cache;
using DocScript.Hooks.Compilation;
using DocScript.Hooks.Loading;
using DocScript.Hooks.Safety;
using DocScript.Hooks.Trust;
using DocScript.Language.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DocScript.Benchmarks;

/// <summary>
/// A command in C#: compiled by a process that has just started, against taken from the cache by such a process; compiled by one that has compiled before, against the bare
/// compilation of the same text; and the memory after many reloads against that after a few.
/// </summary>
internal static class HooksBenchmark
{
    private const string Name = "headline.csx";

    // Of the size and kind of the examples in scripts/commands.
    private const string Text = """
        /// <summary>Title-cases the text of a component.</summary>
        [Command("headline-case <target> [in <language>]", Example = "headline-case doc-1")]
        CommandResult HeadlineCase(DocumentEdit document, Component target, string language = "en")
        {
            foreach (var editable in target.Editables)
            {
                var words = target.Text(editable).Split(' ', StringSplitOptions.RemoveEmptyEntries);
                for (var i = 0; i < words.Length; i++)
                    if (i == 0 || !Small.Contains(words[i]))
                        words[i] = char.ToUpperInvariant(words[i][0]) + words[i][1..];
                document.Set(target, editable, Html.Escape(string.Join(' ', words)));
            }

            return CommandResult.Message($"{target.Id} is in headline case");
        }

        /// <summary>How many words a document has.</summary>
        [Function]
        int WordCount(DocumentView document) =>
            document.Components.Sum(component => component.Editables.Sum(editable => component.Text(editable).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));

        /// <summary>Keeps what has no section from being published.</summary>
        [Before("publish")]
        void NeedsSection(DocumentView document)
        {
            if (document.Text("section") is null or "") throw new Refusal("it has no section", "set meta section = …");
        }

        IReadOnlyList<string> Small => new List<string> { "a", "an", "the", "of", "to", "in", "on", "and", "or" };

        """;

    public static async Task RunAsync(bool quick)
    {
        using var folder = new TemporaryFolder("docscript-hooks-");
        var commands = folder.File("commands");
        Directory.CreateDirectory(commands);
        File.WriteAllText(Path.Combine(commands, Name), Text);
        FromCache(folder, commands, quick ? 3 : 20);
        await WarmAsync(commands, quick ? 20 : 200);
        await ReloadAsync(folder, quick ? 100 : 1000);
    }

    /// <summary>Loads the folder and calls a command, once, in a process of its own, which has run a script before: the milliseconds.</summary>
    public static async Task<int> ChildAsync(string commands, string cache)
    {
        await using var store = new MemoryStore();
        await PlanAsync(CommandTable.BuiltIn, store, "set p.text = \"A word\"; print length(p.text)");
        var from = Stopwatch.GetTimestamp();
        await CallAsync(new HookLibrary(new HookCache(cache)), commands, store);
        Console.WriteLine(Stopwatch.GetElapsedTime(from).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static void FromCache(TemporaryFolder folder, string commands, int rounds)
    {
        var (cold, kept) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var cache = folder.File(string.Create(CultureInfo.InvariantCulture, $"cache{round}"));
            var (first, second) = (Child(commands, cache), Child(commands, cache));
            if (round < 0) continue;
            cold.Add(first);
            kept.Add(second);
        }

        Console.WriteLine($"cold compile and first call, ms  {new Sample(cold).ToString("F1")}");
        Console.WriteLine($"from the cache, ms               {new Sample(kept).ToString("F1")}");
        Aim.AtMost("from the cache against a cold compile", new Sample(kept.Zip(cold, (second, first) => second / first)), 0.1);
    }

    private static double Child(string commands, string cache)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet") start.ArgumentList.Add(typeof(HooksBenchmark).Assembly.Location);
        foreach (var argument in new[] { "hooks-child", commands, cache }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static async Task WarmAsync(string commands, int rounds)
    {
        var file = HookFile.In(CommandFolder.Read(commands).Folder!)[0];
        await WarmUp.UntilCompiledAsync(() =>
        {
            for (var time = 0; time < 10; time++)
            {
                Ours(file);
                Bare(file);
            }

            return Task.CompletedTask;
        });
        var pairs = Enumerable.Range(0, rounds).Select(_ => (Ours: Processor(() => Ours(file)), Bare: Processor(() => Bare(file)))).ToList();

        Console.WriteLine($"warm compile, ms                 {new Sample(pairs.Select(pair => pair.Ours)).ToString("F1")}");
        Console.WriteLine($"bare compile and emit, ms        {new Sample(pairs.Select(pair => pair.Bare)).ToString("F1")}");
        Aim.AtMost("warm compile against the bare one", new Sample(pairs.Select(pair => pair.Ours / pair.Bare)), 3);
    }

    private static object Ours(HookFile file) => HookCompiler.Compile(file, Policy.Default).Compiled ?? throw new InvalidOperationException("the file does not compile");

    private static object Bare(HookFile file)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation("bare", HookCompiler.Parse(file), ReferenceSet.All, HookCompiler.Options(file));
        using var assembly = new MemoryStream();
        // With the lines of the source, without which nothing could be told at its place.
        using var symbols = new MemoryStream();
        return compilation.Emit(assembly, symbols, options: HookCompiler.Emitting).Success ? compilation : throw new InvalidOperationException("the bare file does not compile");
    }

    private static double Processor(Func<object> work)
    {
        var from = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - from).TotalMilliseconds;
    }

    private static async Task ReloadAsync(TemporaryFolder folder, int reloads)
    {
        var commands = folder.File("reloaded");
        Directory.CreateDirectory(commands);
        await using var store = new MemoryStore();
        var library = new HookLibrary(null);
        var after10 = 0L;
        for (var reload = 1; reload <= reloads; reload++)
        {
            File.WriteAllText(Path.Combine(commands, Name), Text + "// " + reload.ToString(CultureInfo.InvariantCulture) + "\n");
            await CallAsync(library, commands, store);
            if (reload == 10) after10 = Private();
        }

        var after = Private();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory after 10 reloads, MB      {after10 / 1e6:F1}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory after {reloads} reloads, MB   {after / 1e6:F1}"));
        Aim.AtMost(string.Create(CultureInfo.InvariantCulture, $"memory after {reloads} reloads against that after 10"), new Sample([after / (double)after10]), 1.5);
    }

    // Of the whole process, once all is collected that can be.
    private static long Private()
    {
        for (var pass = 0; pass < 5; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64 is > 0 and var bytes && OperatingSystem.IsWindows() ? bytes : process.WorkingSet64;
    }

    private static async Task CallAsync(HookLibrary library, string commands, MemoryStore store)
    {
        var set = library.Load(CommandFolder.Read(commands).Folder!, []);
        if (!set.Problems.IsEmpty) throw new InvalidOperationException(set.Problems[0].Message);
        await PlanAsync(CommandTable.BuiltIn.With(set.Commands, set.Functions, set.Hooks), store, "headline-case p; print wordCount()");
    }

    private static async Task PlanAsync(CommandTable table, MemoryStore store, string statements)
    {
        var engine = new ScriptEngine(store, table, TimeProvider.System, new RandomIds());
        var source = new SourceText("benchmark", $"create article {{ insert paragraph as p with {{text: \"a word\"}}; {statements} }}");
        var result = await engine.PlanAsync(new RunRequest { Source = source, Actor = "benchmark" });
        if (result is not Done) throw new InvalidOperationException($"not run: {result}");
    }
}
