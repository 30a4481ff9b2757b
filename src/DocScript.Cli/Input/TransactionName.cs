using System.Globalization;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.History;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Input;

/// <summary>Transactions as named on the command line: the id or a beginning of it that only one has.</summary>
internal static class TransactionName
{
    private const int Shown = 5;

    // All ids are hexadecimal digits and those of one day begin alike, so that a third of them wrong would make any two near.
    private const int MostWrong = 2, Candidates = 10_000;

    /// <summary>The transaction of that name.</summary>
    /// <exception cref="CommandRefused">There is none, or there are several.</exception>
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
            [] => throw new CommandRefused(new Diagnostic(
                CliCodes.UnknownTransaction,
                Severity.Error,
                prefix.Length < 4 ? $"'{given}' is too short for a transaction's id" : $"there is no transaction '{given}'",
                Label: prefix.Length < 8 ? null : Near(reader, prefix),
                Help: "'docscript log' lists the transactions; give an id or at least its first four characters")),
            _ => throw new CommandRefused(
                CliCodes.UnknownTransaction,
                $"several transactions begin with '{given}'",
                "give more of the id: " + string.Join(", ", found.Take(Shown)) + (found.Count > Shown ? ", …" : "")),
        };
    }

    private static string? Near(IStoreReader reader, string given)
    {
        var ids = JournalText.NewestFirst(reader).Take(Candidates).Select(entry => entry.Transaction.ToString()).ToList();
        return Suggestion.For(given, ids.Select(id => id[..Math.Min(given.Length, id.Length)]).Distinct(StringComparer.Ordinal), MostWrong) is { } near
            ? $"did you mean '{ids.Find(id => id.StartsWith(near, StringComparison.Ordinal))}'?"
            : null;
    }
}
