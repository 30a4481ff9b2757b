using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript restore</c>: a backup in the store's place, once it has been verified.</summary>
internal sealed class RestoreVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<string?> _store;
    private readonly Option<bool> _replace;

    public RestoreVerb() : base("restore", "Verify a backup and put it in the store's place, at one stroke")
    {
        _file = Add(new Argument<string>("file") { Description = "A file that 'docscript backup' wrote; it stays as it is" });
        _store = Add(CommonOptions.Store());
        _replace = Add(new Option<bool>("--replace") { Description = "Give up the store that is there now, which nobody may have open" });
    }

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var (file, replace, clock) = (call.Get(_file)!, call.Get(_replace), call.Clock());
        var location = StoreLocation.File(call.Get(_store), call.Host, "--store");
        var path = call.Host.FullPath(file);
        if (!System.IO.File.Exists(path)) throw new CommandRefused(CliCodes.NoSuchInput, $"there is no file '{file}'", TextInput.Elsewhere(call.Host, file));
        if (path == location.Path) throw new CommandRefused(CliCodes.BadArguments, $"'{file}' is the store itself", "name a backup of it");
        var there = location.Exists ? await ThereAsync(location, clock, call.Cancellation) : null;
        if (there is not null && !replace)
            throw new CommandRefused(CliCodes.StoreExists, $"there is a store at '{location.Given}' already: {there}", "name another place with --store, or give that store up with --replace");
        StoreDigest? digest = null;
        using (var progress = call.Report.Progress("restoring " + file))
            await Stores.RestoreAsync(location, path, replace, clock, AcceptAsync, call.Cancellation);
        call.Report.ShowDigest(digest!);
        call.Report.Note(FormattableString.Invariant($"restored {location.Given} from {file}: {digest!.Summary}, at position {digest.Position}"));
        if (there is not null) call.Report.Note($"it replaces a store: {there}");
        call.Report.Member("replaced", writer => writer.WriteStringValue(there));
        return ExitStatus.Done;

        async Task AcceptAsync(IStore store)
        {
            await call.Report.EnsureSoundAsync(store, file, "restore another backup", call.Cancellation);
            using var reader = store.Read();
            digest = StoreDigest.Of(reader, clock.GetUtcNow(), null, call.Cancellation);
        }
    }

    /// <summary>What would be given up, in a few words.</summary>
    private static async Task<string> ThereAsync(StoreLocation location, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await using var store = Stores.Require(location, clock);
            using var reader = store.Read();
            return StoreDigest.Of(reader, clock.GetUtcNow(), null, cancellation).Summary;
        }
        catch (StoreException exception)
        {
            return exception.Message;
        }
    }
}
