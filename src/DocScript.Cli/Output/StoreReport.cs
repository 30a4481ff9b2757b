using DocScript.Cli.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Output;

/// <summary>What was read of a whole store, for people and as JSON.</summary>
internal static class StoreReport
{
    /// <summary>Has a store check itself; shows what is wrong, a line each, and ends the command then.</summary>
    /// <param name="name">What the store is called.</param>
    /// <exception cref="CommandRefused">Something is wrong.</exception>
    public static async Task EnsureSoundAsync(this Report report, IStore store, string name, string help, CancellationToken cancellation)
    {
        var wrong = await store.Maintenance.VerifyAsync(cancellation);
        report.Member("problems", writer =>
        {
            writer.WriteStartArray();
            foreach (var line in wrong) writer.WriteStringValue(line);
            writer.WriteEndArray();
        });
        foreach (var line in wrong) report.Out.WriteText(line);
        if (wrong.Count > 0)
            throw new CommandRefused(new Diagnostic(CliCodes.StoreWrong, Severity.Error, wrong.Count == 1 ? $"something is wrong with '{name}'" : FormattableString.Invariant($"{wrong.Count} things are wrong with '{name}'"), Help: help));
    }

    /// <summary>Shows a store's checksum, and adds all that was counted to the JSON object.</summary>
    public static void ShowDigest(this Report report, StoreDigest digest)
    {
        report.Out.WriteLine("sha256 " + digest.Hash);
        report.Member("documents", writer => writer.WriteNumberValue(digest.Documents));
        report.Member("transactions", writer => writer.WriteNumberValue(digest.Transactions));
        report.Member("publications", writer => writer.WriteNumberValue(digest.Publications));
        report.Member("position", writer => writer.WriteNumberValue(digest.Position));
        report.Member("sha256", writer => writer.WriteStringValue(digest.Hash));
    }
}
