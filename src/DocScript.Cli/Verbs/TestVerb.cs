using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Documents.Values;
using DocScript.Engine.Json;
using DocScript.Engine.Testing;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript test</c>: runs tests of scripts in parallel, each on a store of its own in memory.</summary>
internal sealed class TestVerb : Verb
{
    private readonly Argument<string[]> _paths;
    private readonly Option<string?> _filter;

    public TestVerb() : base("test", "Run tests of scripts (*.test.docscript), each on a store of its own in memory")
    {
        _paths = Add(new Argument<string[]>("paths") { Description = "Files and folders, which are searched [default: the current folder]", Arity = ArgumentArity.ZeroOrMore });
        _filter = Add(new Option<string?>("--filter") { Description = "Run only files whose path contains this", HelpName = "text" });
        AddCommandFolders();
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var (paths, filter) = (call.Get(_paths) is { Length: > 0 } given ? given : ["."], call.Get(_filter));
        var files = TestFiles.Of(call.Host, paths).Where(file => filter is null || file.Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        if (files.Count == 0)
            throw new CommandRefused(CliCodes.NoTests, $"there is no test in {string.Join(", ", paths.Select(path => $"'{path}'"))}{(filter is null ? "" : $" whose path contains '{filter}'")}", "tests are files named *.test.docscript");
        var results = new TestResult[files.Count];
        using (call.Report.Progress($"running {Counted.Of(files.Count, "test")}"))
        {
            var runner = new TestRunner(call.Commands, (test, name, cancellation) => TestFiles.ReadBesideAsync(call.Host, test, name, cancellation));
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = call.Cancellation };
            await Parallel.ForEachAsync(Enumerable.Range(0, files.Count), options, async (i, cancellation) => results[i] = await RunAsync(call, runner, files[i], cancellation));
        }

        foreach (var result in results) Show(call, result);
        var failed = results.Count(result => !result.Passed);
        call.Report.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Length - failed} passed, {failed} failed"), failed == 0 ? Style.Added : Style.Error);
        call.Report.Member("passed", writer => writer.WriteNumberValue(results.Length - failed));
        call.Report.Member("failed", writer => writer.WriteNumberValue(failed));
        call.Report.Member("tests", writer => Write(writer, results));
        return failed == 0 ? ExitStatus.Done : ExitStatus.Failed;
    }

    private static async Task<TestResult> RunAsync(Invocation call, TestRunner runner, string file, CancellationToken cancellation)
    {
        var input = await TestFiles.ReadAsync(call.Host, file, cancellation);
        return input.Text is { } text ? await runner.RunAsync(text, cancellation) : new(file, 0, [input.Problem!]);
    }

    private static void Show(Invocation call, TestResult result)
    {
        call.Report.Out.WriteLine([result.Passed ? new("ok   ", Style.Added) : new("FAIL ", Style.Error), new(result.Name, result.Passed ? Style.Plain : Style.Strong)]);
        call.Report.Add(result.Diagnostics);
    }

    private static void Write(Utf8JsonWriter writer, TestResult[] results)
    {
        writer.WriteStartArray();
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("file", result.Name);
            writer.WriteBoolean("passed", result.Passed);
            writer.WriteNumber("sections", result.Sections);
            writer.WritePropertyName("diagnostics");
            DiagnosticJson.Write(writer, result.Diagnostics);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
