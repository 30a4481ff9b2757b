using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>A process of the benchmark that changes all documents: first on a small file, several times, so that its code is compiled, then once on the one that is measured.</summary>
internal static class BulkChild
{
    /// <summary>How many small files are changed before: after fewer the compiler still has a part in what is measured.</summary>
    public const int WarmUps = 24;

    /// <summary>Runs the script on the files (<c>script</c>), or writes by hand what it wrote in files before into others (<c>loop</c>, pairs); writes what <see cref="ProcessWatch"/> reads of the last.</summary>
    public static async Task<int> RunAsync(string[] part)
    {
        var (kind, files) = (part[0], part[1..]);
        var read = "";
        if (kind == "script")
            for (var each = 0; each < files.Length; each++) read = await RunScriptAsync(files[each], each);
        else
            for (var each = 0; each < files.Length; each += 2) read = HandWrittenBulk.Write(files[each], files[each + 1]);
        Console.WriteLine(read);
        return 0;
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
