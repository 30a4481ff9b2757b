using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript copy</c>: a store with its whole journal into an empty one of whatever kind, whole or not at all.</summary>
internal sealed class CopyVerb : Verb
{
    private readonly Option<string?> _from, _to;

    public CopyVerb() : base("copy", "Copy a store with its whole journal into an empty one of any kind, whole or not at all, and compare them")
    {
        _from = Add(new Option<string?>("--from") { Description = "The store to copy, which others may use meanwhile", HelpName = "uri", Required = true });
        _to = Add(new Option<string?>("--to") { Description = "The store to fill, made if there is none; it must be empty", HelpName = "uri", Required = true });
    }

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var (from, to, clock) = (File(call, _from), File(call, _to), call.Clock());
        if (from.Path == to.Path) throw new CommandRefused(CliCodes.BadArguments, $"'{from.Given}' and '{to.Given}' are one store", "name another with --to");
        await using var source = Stores.Require(from, clock);
        call.Cancellation.ThrowIfCancellationRequested();
        var isOurs = to.TryMake();
        StoreCopy? copy = null;
        try
        {
            await using var target = Stores.OpenOrMake(to, clock);
            using var progress = call.Report.Progress($"copying {from.Given} to {to.Given}");
            copy = await StoreCopy.RunAsync(source, target, clock.GetUtcNow(), (what, at) => progress.Report(FormattableString.Invariant($"{what} transaction {at}")), call.Cancellation);
        }
        catch (StoreException error) when (error.Problem is StoreProblem.NotEmpty)
        {
            // Somebody else filled it meanwhile.
            isOurs = false;
            throw;
        }
        finally
        {
            if (isOurs && copy is not { IsSame: true }) to.Delete();
        }

        if (!copy.IsSame)
            throw new StoreException(
                StoreProblem.Corrupt,
                $"'{to.Given}' does not hold what '{from.Given}' does: its checksum is {copy.Target.Hash}, not {copy.Source.Hash}",
                $"run 'docscript verify' on both; use '{to.Given}' for nothing");
        call.Report.ShowDigest(copy.Target);
        call.Report.Note($"copied {from.Given} to {to.Given}: {copy.Target.Summary}; both have this checksum");
        return ExitStatus.Done;
    }

    private static StoreLocation File(Invocation call, Option<string?> option) => StoreLocation.File(call.Get(option), call.Host, option.Name);
}
