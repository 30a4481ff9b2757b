using System.Globalization;
using DocScript.Cli.Diagnostics;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Input;

/// <summary>Transactions as named on the command line: the id or a beginning of it that only one has.</summary>
internal static class TransactionName
{
    private const int Shown = 5;

    public static Guid Find(IStoreReader reader, string given)
    {
        if (Guid.TryParse(given, CultureInfo.InvariantCulture, out var id) && reader.Transaction(id) is not null) return id;
        var prefix = given.ToLowerInvariant();
        var found = prefix.Length < 4
            ? []
            : reader.Journal(0).Select(entry => entry.Transaction).Where(transaction => transaction.ToString().StartsWith(prefix, StringComparison.Ordinal)).Take(Shown + 1).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new CommandRefused(
                CliCodes.UnknownTransaction,
                prefix.Length < 4 ? $"'{given}' is too short for a transaction's id" : $"there is no transaction '{given}'",
                "'docscript log' lists the transactions; give an id or at least its first four characters"),
            _ => throw new CommandRefused(
                CliCodes.UnknownTransaction,
                $"several transactions begin with '{given}'",
                "give more of the id: " + string.Join(", ", found.Take(Shown)) + (found.Count > Shown ? ", …" : "")),
        };
    }
}
