using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using DocScript.Hooks.Safety;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocScript.Benchmarks;

/// <summary>
/// The same code of a command with the meter and without it, in turns: an empty loop, and work on the texts of components as commands do it. Processor time of this process, so that
/// other programs on the machine are not in it.
/// </summary>
internal static class InstrumentationBenchmark
{
    private const double MostOfLoop = 3;
    private const double MostOfHook = 1.2;

    private const string Loop = """
        object Run() { for (var i = 0; i < 100_000_000; i++) { } return 0; }
        """;

    // Headline case, word count, table of contents, link report and translation of 200 components.
    private const string Hook = """
        record Component(string Name, string Text);
        readonly HashSet<string> Small = ["a", "an", "and", "in", "of", "on", "the", "to"];
        readonly Dictionary<string, string> Words = new() { ["house"] = "Haus", ["river"] = "Fluss", ["garden"] = "Garten" };

        string Headline(string text) =>
            string.Join(' ', text.Split(' ').Select((word, index) => index > 0 && Small.Contains(word) ? word : char.ToUpperInvariant(word[0]) + word[1..]));

        int Count(string text)
        {
            var (count, inWord) = (0, false);
            foreach (var c in text)
            {
                if (char.IsLetterOrDigit(c) && !inWord) count++;
                inWord = char.IsLetterOrDigit(c);
            }

            return count;
        }

        string Translate(string text)
        {
            var result = new StringBuilder();
            foreach (var word in text.Split(' '))
            {
                if (result.Length > 0) result.Append(' ');
                result.Append(Words.TryGetValue(word.TrimEnd('.', ','), out var other) ? other : word);
            }

            return result.ToString();
        }

        object Run()
        {
            var components = new List<Component>();
            for (var i = 0; i < 200; i++)
                components.Add(new(i % 5 == 0 ? "title" : "paragraph", $"the house number {i} in the garden by the river, see https://example.org/{i} and <a href=\"/page/{i}\">more of the same</a> on a long and winding road to the sea."));
            var contents = components.Where(component => component.Name == "title").Select(component => Headline(component.Text)).ToList();
            var words = components.Sum(component => Count(component.Text));
            var links = new List<string>();
            foreach (var component in components)
            {
                var at = component.Text.IndexOf("href=\"", StringComparison.Ordinal);
                if (at < 0) continue;
                var end = component.Text.IndexOf('"', at + 6);
                links.Add(component.Text.Substring(at + 6, end - at - 6));
            }

            var report = links.GroupBy(link => link.Length).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Count()}");
            var translated = components.Select(component => component with { Text = Translate(component.Text) }).ToList();
            return contents.Count + words + translated.Sum(component => component.Text.Length) + string.Join(", ", report);
        }
        """;

    private static readonly string[] Usings = ["System", "System.Collections.Generic", "System.Linq", "System.Text"];

    private static readonly HookBudget Budget = new(long.MaxValue / 2, TimeSpan.FromHours(1), long.MaxValue / 2);

    public static Task RunAsync(bool quick)
    {
        Compare("an empty loop of 100 million rounds", Loop, 1, MostOfLoop, quick ? 3 : 15);
        Compare("texts of 200 components", Hook, 500, MostOfHook, quick ? 9 : 30);
        return Task.CompletedTask;
    }

    private static void Compare(string what, string code, int times, double most, int rounds)
    {
        var compilation = Compile(code);
        var (bare, metered) = (Load(compilation), Load(Instrumentation.Instrument(new(compilation))));
        if (!Equals(bare(), Metered())) throw new InvalidOperationException("the benchmark's code answers something else with a meter");
        for (var warm = 0; warm < 10; warm++)
        {
            Measure(bare, times);
            Measure(Metered, times);
        }

        // Which goes first changes, so that what it leaves to the other is in both.
        var pairs = Enumerable.Range(0, rounds).Select(round =>
        {
            if (round % 2 == 0) return (Bare: Measure(bare, times), Metered: Measure(Metered, times));
            var after = Measure(Metered, times);
            return (Bare: Measure(bare, times), Metered: after);
        }).ToList();
        var (without, with) = (new Sample(pairs.Select(pair => pair.Bare)), new Sample(pairs.Select(pair => pair.Metered)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {without.ToString("F3")} ms without the meter, {with.ToString("F3")} ms with it"));
        Aim.AtMost($"time with the meter against without, {what}", new Sample(pairs.Select(pair => pair.Metered / pair.Bare)), most);

        object? Metered() => Meter.Run(Budget, TimeProvider.System, CancellationToken.None, metered);
    }

    // Milliseconds of the processor, each time.
    private static double Measure(Func<object?> run, int times)
    {
        GC.Collect();
        var from = Environment.CpuUsage.TotalTime;
        for (var time = 0; time < times; time++) run();
        return (Environment.CpuUsage.TotalTime - from).TotalMilliseconds / times;
    }

    private static CSharpCompilation Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(kind: SourceCodeKind.Script), "benchmark.csx", System.Text.Encoding.UTF8);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Usings, optimizationLevel: OptimizationLevel.Debug, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.CreateScriptCompilation("benchmark", tree, references, options, returnType: typeof(object));
    }

    private static Func<object?> Load(CSharpCompilation compilation)
    {
        using var code = new MemoryStream();
        var emitted = compilation.Emit(code);
        if (!emitted.Success) throw new InvalidOperationException($"the benchmark's code does not compile: {emitted.Diagnostics[0]}");
        code.Position = 0;
        var type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(code).GetType(compilation.ScriptClass!.MetadataName)!;
        var initialize = type.GetMethod("<Initialize>", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
        var run = type.GetMethod("Run", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
        return () =>
        {
            var submission = Activator.CreateInstance(type, [new object[2]]);
            initialize.Invoke(submission, null);
            return run.Invoke(submission, null);
        };
    }
}
