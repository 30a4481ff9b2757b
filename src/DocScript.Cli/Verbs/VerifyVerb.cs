using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript verify</c>: checks the file, every hash, and every document against its journal.</summary>
internal sealed class VerifyVerb : Verb
{
    private readonly Option<string?> _store;

    public VerifyVerb() : base("verify", "Check the store: its file, every hash, and each document against its journal, replayed") => _store = Add(CommonOptions.Store());

    public override async Task<int> RunAsync(Invocation call)
    {
        var clock = call.Clock();
        await using var store = call.OpenStore(_store);
        var name = StoreLocation.Of(call.Get(_store), call.Host).Given;
        StoreDigest digest;
        using (var progress = call.Report.Progress("verifying " + name))
        {
            await call.Report.EnsureSoundAsync(store, name, "keep a copy of the file and restore a backup", call.Cancellation);
            using var reader = store.Read();
            digest = StoreDigest.Of(reader, clock.GetUtcNow(), at => progress.Report(FormattableString.Invariant($"transaction {at}")), call.Cancellation);
        }

        call.Report.ShowDigest(digest);
        call.Report.Note($"verified {name}: {digest.Summary}; nothing is wrong");
        return ExitStatus.Done;
    }
}
