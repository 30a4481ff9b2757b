using System.Collections.Immutable;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Events;

/// <summary>An event for which a hook failed five times, so that it went on without.</summary>
/// <param name="Hook">The hook's name.</param>
/// <param name="Event">The event after which it runs.</param>
/// <param name="Document">The document's id.</param>
/// <param name="Transaction">The transaction that raised the event.</param>
/// <param name="Message">What the hook said last.</param>
/// <param name="At">When it did.</param>
public sealed record FailedHook(string Hook, DocumentEvents Event, long Document, Guid Transaction, string Message, DateTimeOffset At);

/// <summary>A hook that was run again.</summary>
/// <param name="Failed">What was set aside.</param>
/// <param name="Failure">Why it stays so, or null where the hook has now run.</param>
public sealed record RetriedHook(FailedHook Failed, string? Failure);

/// <summary>What became of running again all that was set aside.</summary>
/// <param name="Retried">Each, in the order of the hooks' names and then of the journal.</param>
/// <param name="Problems">Why nothing could be tried (DS6), or what went wrong beside; else empty.</param>
public sealed record HookRetries(ImmutableArray<RetriedHook> Retried, ImmutableArray<Diagnostic> Problems);
