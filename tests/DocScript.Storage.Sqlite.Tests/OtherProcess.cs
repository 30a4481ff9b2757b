using System.Diagnostics;
using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.Tests.Crashes;
using DocScript.Testing.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>This assembly as a program: a process of its own on the file of a test.</summary>
public static class OtherProcess
{
    /// <summary>
    /// <c>count path n</c>: counts n times in document 1, and prints the id of each transaction once it is acknowledged.
    /// Anything else is for a <see cref="CrashWorker"/>.
    /// </summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["count", var path, var times]) return await CrashWorker.RunAsync(arguments, SqliteKills.OpenPatiently);
        await using var store = SqliteStore.Open(path);
        var transactions = new TransactionSource(TimeProvider.System);
        for (var i = int.Parse(times, CultureInfo.InvariantCulture); i > 0; i--) Console.Out.WriteLine(await CountOne(store, transactions));
        return 0;
    }

    public static Process Start(params string[] arguments) => CrashWorker.StartProcess(typeof(OtherProcess).Assembly, arguments);

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
