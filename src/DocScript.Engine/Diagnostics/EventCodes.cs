using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Diagnostics;

/// <summary>The codes of hooks on events (DS62).</summary>
public static class EventCodes
{
    internal static readonly DiagnosticCode Refused = new("DS6201", "refused by a hook", "A hook that runs before an event said no to it, and why. The whole script was refused with it.");
    internal static readonly DiagnosticCode HookFailed = new("DS6202", "hook failed", "A hook failed while it ran before an event, so that the script could not be carried out. Mend the hook.");
    internal static readonly DiagnosticCode EditIgnored = new("DS6203", "edit of a hook was ignored", "An undo and an import are not edited further: hooks that run before an event may only refuse them there. What one would have edited is listed.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode AfterFailed = new("DS6204", "hook after an event failed", "What was committed stands, but a hook that runs after it failed. It is tried again after the next transaction and by 'docscript tick', at most 5 times; until then its later events wait.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode SetAside = new("DS6205", "event set aside", "A hook failed 5 times for one event and goes on without it. 'docscript commands failed' lists what is set aside, and with --retry runs it again.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode TooDeep = new("DS6206", "hooks raise each other too deep", "What a hook commits raises events too, and so on, 3 deep. An event beyond that is told here and no hook is run for it.") { Severity = Severity.Warning };
    internal static readonly DiagnosticCode NotRunNow = new("DS6207", "hooks could not be run now", "What was committed stands, but hooks that run after it could not be run: the store can't work, or others kept changing what they read. They are run after the next transaction, or by 'docscript tick'.") { Severity = Severity.Warning };

    /// <summary>Whether a code is of hooks after events: told beside what is committed, which it says nothing of.</summary>
    public static bool IsToldAfter(DiagnosticCode code) => code == AfterFailed || code == SetAside || code == TooDeep || code == NotRunNow;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [Refused, HookFailed, EditIgnored, AfterFailed, SetAside, TooDeep, NotRunNow];
}
