using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>A process of the benchmark that changes all documents: first on small files, until its code is compiled, then once on the one that is measured.</summary>
internal static class BulkChild
{
    /// <summary>How many small files there are.</summary>
    public const int WarmUps = 8;

    /// <summary>Runs the script on the files (<c>script</c>), or writes by hand what it wrote in files before into others (<c>loop</c>, pairs); writes what <see cref="ProcessWatch"/> reads of the last.</summary>
    public static async Task<int> RunAsync(string[] part)
    {
        var (kind, files) = (part[0], part[1..]);
        if (kind == "script")
        {
            var runs = 0;
            await WarmUpAsync(each => RunScriptAsync(files[each], runs++));
            Console.WriteLine(await RunScriptAsync(files[^1], runs));
        }
        else
        {
            await WarmUpAsync(each => Task.FromResult(HandWrittenBulk.Write(files[2 * each], Copy(files[(2 * each) + 1]))));
            Console.WriteLine(HandWrittenBulk.Write(files[^2], files[^1]));
        }

        return 0;
    }

    /// <summary>Changes all the small files, again and again.</summary>
    private static Task WarmUpAsync(Func<int, Task> run) => WarmUp.UntilCompiledAsync(async () =>
    {
        for (var each = 0; each < WarmUps; each++) await run(each);
    });

    private static string Copy(string file)
    {
        File.Copy(file, file + "-copy", overwrite: true);
        return file + "-copy";
    }

    private static async Task<string> RunScriptAsync(string file, int number)
    {
        await using var store = SqliteStore.Open(file);
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
        var script = string.Create(CultureInfo.InvariantCulture, $$"""for each document { set meta source = "archive {{number}}" }""");
        var watch = new ProcessWatch();
        var result = await engine.RunAsync(new RunRequest { Source = new SourceText("benchmark", script), Actor = "benchmark" });
        var read = watch.Read();
        return result is Done ? read : throw new InvalidOperationException($"not done: {result}");
    }
}
