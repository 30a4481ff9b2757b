using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine.Commands;
using DocScript.Language.Grammar;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript commands</c>: the commands, functions and hooks in C# that a script here would have, and those that want trust first.</summary>
internal sealed class CommandsVerb : Verb
{
    private readonly Option<string?> _store;

    public CommandsVerb() : base(VerbGroup.Commands.Name, VerbGroup.Commands.Description)
    {
        _store = Add(CommonOptions.Store());
        AddCommandFolders();
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        await using var store = Stores.OpenExisting(StoreLocation.Of(call.Get(_store), call.Host), call.Clock());
        // As for a script in this folder.
        var folders = call.Commands.Look(CommandFolders.Of(call.NamedFolders(), store, call.Host.FullPath("script")));
        foreach (var folder in folders)
        {
            call.Report.ShowHead(folder);
            if (folder.Set is { } set) call.Report.ShowDeclarations(set);
            call.Report.Add(folder.Problems);
        }

        if (folders.Count == 0) call.Report.Note("no commands in C#; 'docscript commands new <name>' makes one");
        var builtIn = CommandTable.BuiltIn.Commands;
        call.Report.Out.WriteLine([new("built in: ", Style.Faint), new(string.Join(", ", builtIn.Select(command => ((Word)command.Syntax.Elements[0]).Text).Distinct(StringComparer.Ordinal)))]);
        call.Report.Member("builtIn", writer =>
        {
            writer.WriteStartArray();
            foreach (var command in builtIn) writer.WriteStringValue(command.Syntax.ToString());
            writer.WriteEndArray();
        });
        call.Report.Member("folders", writer =>
        {
            writer.WriteStartArray();
            foreach (var folder in folders) FolderReport.Write(writer, folder);
            writer.WriteEndArray();
        });
        return ExitStatus.Of(folders.SelectMany(folder => folder.Problems));
    }
}
