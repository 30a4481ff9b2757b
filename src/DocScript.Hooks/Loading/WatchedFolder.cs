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
    private FolderState? _seen;
    private CommandFolder? _folder, _told;
    private Version? _newest, _good;

    public FolderInPlay Look(ScriptFolder asked, HookLibrary library, TrustList trusted, Diagnostic? trustProblem, Action<Diagnostic> note)
    {
        if (Read(asked.Path) is { } problem)
        {
            if (asked.Origin is FolderOrigin.Planned && problem.Code == TrustCodes.NoFolder) problem = problem with { Help = "its hooks were asked when the plan was made: bring it back, or make the plan again" };
            return new(asked.Path, asked.Origin, null, null, [problem]);
        }

        var folder = _folder!;
        var newest = _newest = VersionOf(folder, Granted(trusted, folder, asked.Origin), library);
        var now = new FolderInPlay(folder.Path, asked.Origin, newest.Set, trusted.Of(folder), newest.Set.Problems) { Content = folder, TrustProblem = trustProblem };
        if (now is { IsTrusted: true, Problems.IsEmpty: true })
        {
            _good = newest;
            return now;
        }

        // Whether the version before may still be used, and with what it was allowed, is asked of the trust there is now.
        if (_good is not { } good || good.Folder.Path != folder.Path || !good.Granted.SequenceEqual(Granted(trusted, good.Folder, asked.Origin))) return now;
        var kept = now with { Set = good.Set, Content = good.Folder, Trust = trusted.Of(good.Folder), Problems = [] };
        if (!kept.IsTrusted) return now;
        if (!ReferenceEquals(_told, folder)) Tell(now, note);
        _told = folder;
        return kept;
    }

    private Diagnostic? Read(string path)
    {
        if (_folder is { } before && StateOf(before.Path) is { } state && state.Equals(_seen) && RealPath.Of(path) == before.Path) return null;
        var (folder, problem) = CommandFolder.Read(path);
        if (folder is null)
        {
            (_folder, _newest, _good) = (null, null, null);
            return problem;
        }

        _seen = folder.State;
        // Saved again as it was: nothing to compile, nothing to tell.
        if (_folder is null || !_folder.IsSame(folder)) _folder = folder;
        return null;
    }

    private Version VersionOf(CommandFolder folder, IReadOnlyList<Capability> granted, HookLibrary library) =>
        _newest is { } newest && ReferenceEquals(newest.Folder, folder) && newest.Granted.SequenceEqual(granted) ? newest : new(folder, granted, library.Load(folder, granted));

    // One that is not trusted is only asked what it declares.
    private static IReadOnlyList<Capability> Granted(TrustList trusted, CommandFolder folder, FolderOrigin origin) =>
        trusted.Of(folder) is FolderTrust.Given given ? given.Capabilities : origin is FolderOrigin.Named ? [] : Capability.OneOfEach;

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

    /// <summary>The files as they were read once, compiled with what they were allowed.</summary>
    private sealed record Version(CommandFolder Folder, IReadOnlyList<Capability> Granted, HookSet Set);
}
