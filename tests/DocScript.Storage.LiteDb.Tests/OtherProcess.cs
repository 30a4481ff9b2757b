using System.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>This assembly as a program: a process of its own on the file of a test.</summary>
public static class OtherProcess
{
    /// <summary><c>path</c>: makes pairs of documents for ever, and prints the id of each transaction once it is acknowledged.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var path]) return 2;
        await using var store = LiteDbStore.Open(path);
        while (true) Console.Out.WriteLine(await MakePair(store));
    }

    public static Process Start(string path)
    {
        var host = Environment.ProcessPath is { } dotnet && Path.GetFileNameWithoutExtension(dotnet) == "dotnet" ? dotnet : "dotnet";
        return Process.Start(new ProcessStartInfo(host, [typeof(OtherProcess).Assembly.Location, path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    /// <summary>Makes two documents in one transaction.</summary>
    public static async Task<Guid> MakePair(IStore store)
    {
        var first = await store.ReserveIdsAsync(IdKind.Document, 2);
        using var reader = store.Read();
        var text = new string('x', (int)(first * 37 % 20_000));
        var transaction = new TransactionBuilder(reader, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), TimeProvider.System.GetUtcNow(), "ann")
            .Create(first, title: text).Create(first + 1, title: text).Build();
        return await store.CommitAsync(transaction) is Committed ? transaction.Id : throw new InvalidOperationException("a pair of new documents met a conflict");
    }
}
