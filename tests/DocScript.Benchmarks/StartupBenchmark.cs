using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DocScript.Benchmarks;

/// <summary>
/// <c>docscript check</c> of a small script as a process, against a console program that says hello: both published for this platform in the same way (compiled ahead,
/// with the framework of the machine) with the same settings of the runtime, and run in turns.
/// </summary>
internal static class StartupBenchmark
{
    private const string Script = """
        use 14 {
            require published
            set title = "A title" was "Another"
            set meta section = "Arts"
            insert paragraph as note with {text: "Corrected."}
        }

        """;

    // The settings of DocScript.Cli.csproj and Directory.Build.props that the runtime sees.
    private const string HelloProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TieredCompilation>true</TieredCompilation>
            <TieredPGO>false</TieredPGO>
            <EventSourceSupport>false</EventSourceSupport>
            <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>
            <PublishReadyToRun>true</PublishReadyToRun>
          </PropertyGroup>
        </Project>
        """;

    public static Task RunAsync(bool quick)
    {
        var folder = Directory.CreateTempSubdirectory("docscript-startup-").FullName;
        try
        {
            var script = Path.Combine(folder, "small.docscript");
            File.WriteAllText(script, Script);
            Directory.CreateDirectory(Path.Combine(folder, "hello"));
            File.WriteAllText(Path.Combine(folder, "hello", "hello.csproj"), HelloProject);
            File.WriteAllText(Path.Combine(folder, "hello", "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");\n");
            Publish(Path.Combine(folder, "hello"), Path.Combine(folder, "published-hello"));
            Publish(Path.Combine(Root(), "src", "DocScript.Cli"), Path.Combine(folder, "published"));
            var hello = new ProcessStartInfo(Program(folder, "published-hello", "hello"));
            var check = new ProcessStartInfo(Program(folder, "published", "docscript"), ["check", script]);

            var pairs = new List<(double Hello, double Check)>();
            for (var pair = -2; pair < (quick ? 5 : 20); pair++)
            {
                var both = (Hello: Milliseconds(hello), Check: Milliseconds(check));
                if (pair >= 0) pairs.Add(both);
            }

            Console.WriteLine($"hello world, ms      {new Sample(pairs.Select(pair => pair.Hello)).ToString("F1")}");
            Console.WriteLine($"docscript check, ms  {new Sample(pairs.Select(pair => pair.Check)).ToString("F1")}");
            Aim.AtMost("docscript check against hello world", new Sample(pairs.Select(pair => pair.Check / pair.Hello)), 2.5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static string Program(string folder, string published, string name) => Path.Combine(folder, published, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DocScript.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("the benchmark does not lie in the repository");
        return folder.FullName;
    }

    private static void Publish(string project, string output) => Run(new ProcessStartInfo(
        "dotnet",
        ["publish", project, "-r", RuntimeInformation.RuntimeIdentifier, "-c", "Release", "--self-contained", "false", "-o", output, "-v", "q", "--nologo"]));

    private static double Milliseconds(ProcessStartInfo start)
    {
        var from = Stopwatch.GetTimestamp();
        Run(start);
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    private static void Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {output}{error.Result}");
    }
}
