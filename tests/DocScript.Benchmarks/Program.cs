using DocScript.Benchmarks;

var quick = args.Contains("--quick", StringComparer.Ordinal);
switch (args.FirstOrDefault())
{
    case "parse":
        ParseBenchmark.Run(quick);
        return 0;
    case "durable":
        await DurableBenchmark.RunAsync(quick);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/DocScript.Benchmarks -- parse|durable [--quick]");
        return 2;
}
