using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Repl;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript repl</c>: statements as they are typed, each input one transaction.</summary>
internal sealed class ReplVerb : Verb
{
    private readonly Option<string?> _store, _document, _actor;

    public ReplVerb() : base("repl", "Type statements; each input is one transaction")
    {
        _store = Add(CommonOptions.Store());
        _document = Add(CommonOptions.Document("The current document at the start"));
        _actor = Add(CommonOptions.Actor());
        AddCommandFolders();
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var actor = call.Actor(_actor);
        await using var session = new StoreSession(call, StoreLocation.Of(call.Get(_store), call.Host));
        var loop = new ReplLoop(call, session, actor) { Document = call.Get(_document) };
        var status = await loop.RunAsync();
        return call.Host.InIsTerminal ? ExitStatus.Done : status;
    }
}
