using System.Collections.Immutable;
using DocScript.Engine.Commands;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Loading;

/// <summary>A folder that is looked at again and again: read when it looks otherwise than before, and replaced as a whole by a version that is right.</summary>
internal sealed class WatchedFolder
{
    private FolderState? _seen;
    private (CommandFolder Folder, HookSet Set)? _newest, _good;
    private CommandFolder? _told;

    public FolderInPlay Look(ScriptFolder asked, HookLibrary library, TrustList trusted, Diagnostic? trustProblem, Action<Diagnostic> note)
    {
        if (Read(asked.Path, library) is { } problem) return new(asked.Path, asked.Origin, null, null, [problem]);
        var (folder, set) = _newest!.Value;
        var now = new FolderInPlay(folder.Path, asked.Origin, set, trusted.Of(folder), set.Problems) { Content = folder, TrustProblem = trustProblem };
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

    private Diagnostic? Read(string path, HookLibrary library)
    {
        if (_newest is { } before && StateOf(before.Folder.Path) is { } state && state.Equals(_seen) && RealPath.Of(path) == before.Folder.Path) return null;
        var (folder, problem) = CommandFolder.Read(path);
        if (folder is null)
        {
            (_newest, _good) = (null, null);
            return problem;
        }

        _seen = folder.State;
        // Saved again as it was: nothing to compile, nothing to tell.
        if (_newest is not { } known || !known.Folder.IsSame(folder)) _newest = (folder, library.Load(folder, []));
        return null;
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
