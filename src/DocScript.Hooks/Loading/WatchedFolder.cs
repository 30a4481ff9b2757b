using System.Collections.Immutable;
using DocScript.Engine.Commands;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Loading;

/// <summary>A folder that is looked at again and again: read when it looks otherwise than before, and replaced as a whole by a version that is right.</summary>
internal sealed class WatchedFolder
{
    private CommandFolder? _read;
    private (CommandFolder Folder, string Granted, HookSet Set)? _newest, _good;
    private CommandFolder? _told;

    public FolderInPlay Look(ScriptFolder asked, HookLibrary library, TrustList trusted, Diagnostic? trustProblem, Action<Diagnostic> note)
    {
        if (Read(asked.Path) is { } problem) return new(asked.Path, asked.Origin, null, null, [problem]);
        var (folder, trust) = (_read!, trusted.Of(_read!));
        var set = Load(folder, trust is FolderTrust.Given { Capabilities: var capabilities } ? Capability.Of(capabilities) : asked.Origin is FolderOrigin.Named ? [] : Capability.OneOfEach, library);
        var now = new FolderInPlay(folder.Path, asked.Origin, set, trust, set.Problems) { Content = folder, TrustProblem = trustProblem };
        if (now is { IsTrusted: true, Problems.IsEmpty: true })
        {
            _good = _newest;
            return now;
        }

        // Whether the version before may still be used is asked of the trust there is now.
        if (_good is not { } good || good.Folder.Path != folder.Path || (asked.Origin is not FolderOrigin.Named && trusted.Of(good.Folder) is not FolderTrust.Given)) return now;
        if (!ReferenceEquals(_told, folder)) Tell(now, note);
        _told = folder;
        return now with { Set = good.Set, Content = good.Folder, Trust = trusted.Of(good.Folder), Problems = [] };
    }

    private Diagnostic? Read(string path)
    {
        if (_read is { } before && StateOf(before.Path) is { } state && state.Equals(before.State) && RealPath.Of(path) == before.Path) return null;
        var (folder, problem) = CommandFolder.Read(path);
        if (folder is null)
        {
            (_read, _newest, _good) = (null, null, null);
            return problem;
        }

        // Saved again as it was: nothing to compile, nothing to tell.
        _read = _newest is { } known && known.Folder.IsSame(folder) ? known.Folder with { State = folder.State } : folder;
        return null;
    }

    private HookSet Load(CommandFolder folder, IReadOnlyList<Capability> granted, HookLibrary library)
    {
        var key = string.Join('\n', granted);
        if (_newest is not { } known || !known.Folder.IsSame(folder) || known.Granted != key) _newest = (folder, key, library.Load(folder, granted));
        return _newest.Value.Set;
    }

    private static FolderState? StateOf(string path)
    {
        try
        {
            return FolderState.Of(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Tell(FolderInPlay now, Action<Diagnostic> note)
    {
        var why = now.IsTrusted ? "what is new does not compile" : "what is new is not trusted";
        note(new Diagnostic(TrustCodes.EarlierKept, Severity.Warning, $"the commands in '{now.Path}' are still those from before: {why}", Help: now.IsTrusted ? "mend it; it is loaded at the next script" : $"look at the files, then: docscript trust {now.Path}"));
        foreach (var problem in now.IsTrusted ? now.Problems : ImmutableArray<Diagnostic>.Empty) note(problem with { Severity = Severity.Warning });
    }
}
