using System.Collections.Immutable;
using DocScript.Engine.Events;
using DocScript.Engine.Functions;
using DocScript.Hooks.Declarations;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Loading;

/// <summary>What a folder of C# declares. Nothing of it has run, or is loaded, before something of it is called.</summary>
/// <param name="Folder">The folder's whole path.</param>
/// <param name="Commands">Its commands, in the order of files and lines.</param>
/// <param name="Functions">Its functions.</param>
/// <param name="Hooks">Its hooks on events.</param>
/// <param name="Problems">What is wrong with its files (DS6); those of which nothing is wrong are there all the same.</param>
public sealed record HookSet(string Folder, ImmutableArray<HookCommand> Commands, ImmutableArray<Function> Functions, ImmutableArray<EventHook> Hooks, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>The events on which it hooks.</summary>
    public DocumentEvents Events => Hooks.Aggregate(DocumentEvents.None, (events, hook) => events | hook.Event);

    /// <summary>The files with what they declare.</summary>
    public ImmutableArray<(string File, HookManifest Manifest)> Files { get; init; } = [];
}
