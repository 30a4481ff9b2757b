using System.Diagnostics;
using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>This assembly as a program: a process of its own on the file of a test.</summary>
public static class OtherProcess
{
    /// <summary>
    /// <c>count path n</c>: counts n times in document 1, and prints the id of each transaction once it is acknowledged.
    /// <c>tick path</c>: carries out what is due, and prints the id of each document once that is acknowledged.
    /// </summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["tick", var file])
        {
            await using var ticked = SqliteStore.Open(file);
            await foreach (var each in TickTests.Engine(ticked).TickAsync()) Console.Out.WriteLine(each.Document);
            return 0;
        }

        if (arguments is not ["count", var path, var times]) return 2;
        await using var store = SqliteStore.Open(path);
        var transactions = new TransactionSource(TimeProvider.System);
        for (var i = int.Parse(times, CultureInfo.InvariantCulture); i > 0; i--) Console.Out.WriteLine(await CountOne(store, transactions));
        return 0;
    }

    public static Process Start(params string[] arguments)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return Process.Start(new ProcessStartInfo(host, [typeof(OtherProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    /// <summary>Sets the property <c>n</c> of document 1 to one more, trying again as long as others come first.</summary>
    public static async Task<Guid> CountOne(IStore store, TransactionSource transactions)
    {
        while (true)
        {
            Transaction transaction;
            using (var reader = store.Read())
            {
                var edit = transactions.On(reader);
                var now = (IntegerValue)edit.Read(1)!.Metadata.Find("n")!;
                transaction = edit.SetMetadata(1, "n", new IntegerValue(now.Integer + 1)).Build() with { Id = Guid.CreateVersion7(transactions.Clock.GetUtcNow()) };
            }

            if (await store.CommitAsync(transaction) is Committed) return transaction.Id;
        }
    }
}
