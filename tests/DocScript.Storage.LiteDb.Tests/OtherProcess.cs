using System.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>This assembly as a program: a process of its own on the file of a test.</summary>
public static class OtherProcess
{
    /// <summary><c>hold path</c>: commits once, says so, and holds the file until it is killed. Anything else is for a <see cref="CrashWorker"/>.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["hold", var path]) return await CrashWorker.RunAsync(arguments, file => LiteDbStore.Open(file));
        await using var store = LiteDbStore.Open(path);
        using (var reader = store.Read()) await store.CommitAsync(new TransactionSource(TimeProvider.System).On(reader).Create(1).Build());
        Console.Out.WriteLine("held");
        while (Console.In.Read() >= 0) { }
        return 0;
    }

    /// <summary>Starts a process that holds a store.</summary>
    public static async Task<Process> HoldAsync(string path)
    {
        var process = CrashWorker.StartProcess(typeof(OtherProcess).Assembly, "hold", path);
        Assert.Equal("held", await process.StandardOutput.ReadLineAsync());
        return process;
    }
}
