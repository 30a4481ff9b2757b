using System.Runtime.CompilerServices;
using DocScript.Cli.Hosting;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Hooks.Cache;
using DocScript.Hooks.Loading;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Cli.Input;

/// <summary>
/// The commands that the scripts of one call can use: the built-in ones, and those in C# of the folders that are in play. Where none is, nothing of C# is loaded;
/// what needs it stands in methods of its own. Safe for several threads.
/// </summary>
/// <param name="host">Where the call runs.</param>
/// <param name="named">The absolute paths of the folders that the call names.</param>
/// <param name="note">Is told what changed in a folder while the call goes on.</param>
internal sealed class ScriptCommands(CliHost host, IReadOnlyList<string> named, Action<Diagnostic> note) : ICommandSource
{
    private HookCommandSource? _hooks;

    /// <summary>What a script is read and run with.</summary>
    public CommandSelection Select(ScriptNeeds needs, IStore? store)
    {
        var folders = CommandFolders.For(needs, named, store, FileOf(needs.Name));
        if (folders.Count == 0) return new(CommandTable.BuiltIn, []);
        return SelectHooks(needs, folders) with { Folders = [.. folders.Where(folder => folder.Origin is not FolderOrigin.Store).Select(folder => folder.Path)] };
    }

    /// <summary>What a script is checked with: as it would be run, without a store where that is null.</summary>
    public CommandSelection ToRun(SourceText script, IStore? store) =>
        IsPlain(script, store) ? new(CommandTable.BuiltIn, []) : Select(ScriptNeeds.Of(Parse(script)), store);

    /// <summary>What a script is only read with, whatever it would raise if it were run.</summary>
    public CommandSelection ToRead(SourceText script) =>
        IsPlain(script, null) ? new(CommandTable.BuiltIn, []) : Select(ScriptNeeds.ToRead(Parse(script)), null);

    /// <summary>All commands that may be used in place of a script, which is not known yet.</summary>
    public CommandSelection All(string name) =>
        CommandFolders.Of(named, null, FileOf(name)) is { Count: > 0 } folders ? SelectHooks(ScriptNeeds.ToRead(null), folders) : new(CommandTable.BuiltIn, []);

    /// <summary>The folders that are in play without a script, with what they declare.</summary>
    public IReadOnlyList<FolderInPlay> Look(IReadOnlyList<ScriptFolder> folders) => Hooks().Look(folders);

    // To ask for folders is cheaper than to read a script twice.
    private bool IsPlain(SourceText script, IStore? store) => CommandFolders.Of(named, store, FileOf(script.Name)).Count == 0;

    private string? FileOf(string? name) => name is null or "-" || host.FullPath(name) is var path && !File.Exists(path) ? null : path;

    private static ParseResult Parse(SourceText script) => ScriptParser.Parse(script, CommandTable.BuiltIn.Grammar);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CommandSelection SelectHooks(ScriptNeeds needs, IReadOnlyList<ScriptFolder> folders) => Hooks().Select(needs, folders);

    // Of several that are made at once the first is used by all.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private HookCommandSource Hooks()
    {
        if (_hooks is { } made) return made;
        var hooks = new HookCommandSource(new HookLibrary(UserFolders.Cache(host) is { } cache ? new HookCache(cache) : null), new TrustFile(UserFolders.Settings(host)), note);
        return Interlocked.CompareExchange(ref _hooks, hooks, null) ?? hooks;
    }
}
