using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Diagnostics;

/// <summary>The codes of hooks on events (DS62).</summary>
public static class EventCodes
{
    internal static readonly DiagnosticCode Refused = new("DS6201", "refused by a hook", "A hook that runs before an event said no to it, and why. The whole script was refused with it.");
    internal static readonly DiagnosticCode HookFailed = new("DS6202", "hook failed", "A hook failed while it ran before an event, so that the script could not be carried out. Mend the hook.");
    internal static readonly DiagnosticCode EditIgnored = new("DS6203", "edit of a hook was ignored", "What is undone, or applied as planned, is not edited further: hooks that run before an event may only refuse it there. What one would have edited is listed.") { Severity = Severity.Warning };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [Refused, HookFailed, EditIgnored];
}
