using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine;
using DocScript.Hooks.Trust;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript commands use</c>: sets the folder of C# commands for a store. It is kept with the store, and loads only for users who trust it.</summary>
internal sealed class CommandsUseVerb : Verb
{
    private readonly Argument<string?> _folder;
    private readonly Option<bool> _none;
    private readonly Option<string?> _store, _actor;

    public CommandsUseVerb() : base("use", "Set the folder of C# commands for the store; it loads only for users who trust it")
    {
        _folder = Add(new Argument<string?>("folder") { Description = "The folder; its absolute path is kept with the store", Arity = ArgumentArity.ZeroOrOne });
        _none = Add(new Option<bool>("--none") { Description = "Use none any more" });
        _store = Add(CommonOptions.Store());
        _actor = Add(CommonOptions.Actor());
    }

    public override VerbGroup Group => VerbGroup.Commands;

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var (given, none) = (call.Get(_folder), call.Get(_none));
        if ((given is null) != none) throw new CommandRefused(CliCodes.BadArguments, none ? "a folder and --none are given" : "the <folder> is missing", "name a folder, or give --none to use none any more");
        var folder = given is null ? null : FolderName.Find(call.Host, given);
        var (actor, clock, ids) = (call.Actor(_actor), call.Clock(), call.Host.Ids ?? new RandomIds());
        await using var session = new StoreSession(call, StoreLocation.Of(call.Get(_store), call.Host));
        var result = await session.ImportAsync(
            store => new SettingsChange(store, clock, ids).RunAsync(new StoreSettings(folder), folder is null ? "commands use --none" : $"commands use {folder}", actor, call.Cancellation),
            tried => tried is Done { Position: not null });
        call.MemberResult(result);
        call.Report.Member("folder", writer => writer.WriteStringValue(folder));
        call.Report.ShowOutput(result);
        if (result is not Done done) return ExitStatus.Of(result);
        call.Report.Note(done.Position is null
            ? $"the store uses {folder ?? "no folder of commands"} already; nothing changed"
            : $"committed {done.Transaction}: {(folder is null ? "the store uses no folder of commands any more" : $"the store uses the commands in {folder}")}");
        if (folder is not null) NoteTrust(call, folder);
        return ExitStatus.Done;
    }

    private static void NoteTrust(Invocation call, string path)
    {
        if (new TrustFile(UserFolders.Settings(call.Host)).Read() is { Problem: null } read && CommandFolder.Read(path).Folder is { } folder && read.Trusted.Of(folder) is not FolderTrust.Given)
            call.Report.Note($"note: you do not trust it as it is now; look at its files, then: docscript trust {folder.Path}");
    }
}
