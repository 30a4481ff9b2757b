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
    case "scaling":
        await ScalingBenchmark.RunAsync(quick);
        return 0;
    case "bulk":
        await BulkBenchmark.RunAsync(quick);
        return 0;
    case "bulk-script":
        await BulkBenchmark.RunScriptAsync(args[1]);
        return 0;
    case "bulk-loop":
        BulkBenchmark.RunLoop(args[1], args[2]);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/DocScript.Benchmarks -- parse|durable|scaling|bulk [--quick]");
        return 2;
}
