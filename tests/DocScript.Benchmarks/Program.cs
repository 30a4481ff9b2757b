using DocScript.Benchmarks;

// One line a benchmark, one file each; a quick run is short and prints the same table.
var benchmarks = new (string Name, Func<bool, Task> RunAsync)[]
{
    ("parse", ParseBenchmark.RunAsync),
    ("startup", StartupBenchmark.RunAsync),
    ("memory", MemoryBenchmark.RunAsync),
    ("durable", DurableBenchmark.RunAsync),
    ("group", GroupBenchmark.RunAsync),
    ("hot", HotBenchmark.RunAsync),
    ("where", WhereBenchmark.RunAsync),
    ("scaling", ScalingBenchmark.RunAsync),
    ("bulk", BulkBenchmark.RunAsync),
    ("hooks", HooksBenchmark.RunAsync),
    ("instrument", InstrumentationBenchmark.RunAsync),
    ("events", EventBenchmark.RunAsync),
};
if (args is ["bulk-child", .. var part]) return await BulkChild.RunAsync(part);
if (args is ["hooks-child", var commands, var cache]) return await HooksBenchmark.ChildAsync(commands, cache);

var quick = args.Contains("--quick", StringComparer.Ordinal);
if (Array.Find(benchmarks, benchmark => benchmark.Name == args.FirstOrDefault()) is { RunAsync: { } runAsync })
{
    await runAsync(quick);
    return 0;
}

Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/DocScript.Benchmarks -- {string.Join('|', benchmarks.Select(benchmark => benchmark.Name))} [--quick]");
return 2;
