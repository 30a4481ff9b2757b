using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript compact</c>: gives back the space that nothing uses any more.</summary>
internal sealed class CompactVerb : Verb
{
    private readonly Option<string?> _store;

    public CompactVerb() : base("compact", "Give back the space in the store's file that nothing uses any more") => _store = Add(CommonOptions.Store());

    public override async Task<int> RunAsync(Invocation call)
    {
        var location = StoreLocation.File(call.Get(_store), call.Host, _store.Name);
        long before, after;
        await using (var store = Stores.Require(location, call.Clock()))
        {
            before = location.Size;
            using (call.Report.Progress("compacting " + location.Given)) await store.Maintenance.CompactAsync(call.Cancellation);
            after = location.Size;
        }

        call.Report.Note($"compacted {location.Given}: {ByteSize.Text(before)} before, {ByteSize.Text(after)} after");
        call.Report.Member("before", writer => writer.WriteNumberValue(before));
        call.Report.Member("after", writer => writer.WriteNumberValue(after));
        return ExitStatus.Done;
    }
}
