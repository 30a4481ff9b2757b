using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript backup</c>: the store as it is at one moment in a file of its own, while others read and write.</summary>
internal sealed class BackupVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<string?> _store;

    public BackupVerb() : base("backup", "Write the store as it is now to a new file, whole or not at all, while others use it")
    {
        _file = Add(new Argument<string>("file") { Description = "A file that does not exist yet; it is itself a store" });
        _store = Add(CommonOptions.Store());
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var file = call.Get(_file)!;
        var path = call.Host.FullPath(file);
        await using var store = call.OpenStore(_store);
        using (call.Report.Progress("backing up to " + file)) await store.Maintenance.BackupAsync(path, call.Cancellation);
        var bytes = new FileInfo(path).Length;
        call.Report.Note($"backed up to {file}: {ByteSize.Text(bytes)}");
        call.Report.Member("file", writer => writer.WriteStringValue(file));
        call.Report.Member("bytes", writer => writer.WriteNumberValue(bytes));
        return ExitStatus.Done;
    }
}
