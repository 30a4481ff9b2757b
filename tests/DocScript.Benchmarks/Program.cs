using DocScript.Benchmarks;

(string Name, Func<bool, Task> RunAsync)[] benchmarks =
[
    ("parse", quick => Task.Run(() => ParseBenchmark.Run(quick))),
    ("durable", DurableBenchmark.RunAsync),
    ("group", GroupBenchmark.RunAsync),
    ("hot", HotBenchmark.RunAsync),
    ("where", WhereBenchmark.RunAsync),
];
var asked = Array.Find(benchmarks, benchmark => benchmark.Name == args.FirstOrDefault());
if (asked.Name is null)
{
    Console.Error.WriteLine($"usage: dotnet run -c Release --project tests/DocScript.Benchmarks -- {string.Join('|', benchmarks.Select(benchmark => benchmark.Name))} [--quick]");
    return 2;
}

await asked.RunAsync(args.Contains("--quick", StringComparer.Ordinal));
return 0;
