using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>What is looked at after each crash.</summary>
internal static class Aftermath
{
    /// <summary>
    /// Opens a store and answers what is wrong with it: promises that it does not keep, transactions in part, what it finds itself (<see cref="IStoreMaintenance.VerifyAsync"/>),
    /// backups that are not whole; then it must do more work and keep that too.
    /// </summary>
    /// <param name="finish">Whether to carry out what is due, after which no schedule may be open or done twice.</param>
    public static async Task<IReadOnlyList<string>> BrokenAsync(Func<string, IStore> open, string path, TimeProvider clock, Ledger ledger, int seed, bool finish)
    {
        var wrong = new List<string>();
        try
        {
            await using (var store = open(path))
            {
                wrong.AddRange(ledger.Broken(store));
                wrong.AddRange(await store.Maintenance.VerifyAsync());
                var work = new Workload(store, clock, ledger.Add);
                await work.RunAsync(writers: 1, transactions: 3, seed);
                if (finish) await work.TickAsync();
                if (finish) wrong.AddRange(Ledger.BrokenSchedules(store));
            }

            await using (var again = open(path)) wrong.AddRange(ledger.Broken(again));
            wrong.AddRange(await ledger.BrokenBackupsAsync(Path.GetDirectoryName(path)!, open));
        }
        catch (Exception error)
        {
            wrong.Add(error is StoreException ? error.Message : error.ToString());
        }

        return wrong;
    }
}
