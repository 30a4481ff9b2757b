using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine;

/// <summary>What became of a script: done, invalid, failed or in conflict. Nothing half-done is ever visible.</summary>
public abstract record RunResult;

/// <summary>The script ran to its end and, unless this is a plan, is committed.</summary>
/// <param name="Transaction">The transaction's id; also of one that changed nothing.</param>
/// <param name="Position">Its journal position, or null where nothing was committed (a plan, or no changes).</param>
/// <param name="Documents">What it changed, by id, with the documents before.</param>
/// <param name="Printed">The lines of <c>print</c>.</param>
/// <param name="Warnings">Warnings of check and run.</param>
/// <param name="Repeated">Whether this is the kept result of an earlier run under the same idempotency key.</param>
/// <param name="Reruns">How often it was rerun because another transaction came between, or had its turn at the same documents first.</param>
public sealed record Done(
    Guid Transaction,
    long? Position,
    ImmutableArray<ChangedDocument> Documents,
    ImmutableArray<string> Printed,
    ImmutableArray<Diagnostic> Warnings,
    bool Repeated = false,
    int Reruns = 0) : RunResult
{
    /// <summary>Whether it changed the store's design, as the undo of an import does.</summary>
    public bool ChangesDesign { get; init; }

    /// <summary>What commands in C# answered to their caller, in order; those that answered nothing are left out.</summary>
    public ImmutableArray<CommandResult> Results { get; init; } = [];

    /// <summary>How candidates of queries were found, for <c>plan</c>: <c>scan of all documents</c>.</summary>
    public ImmutableArray<string> Queries { get; init; } = [];
}

/// <summary>A document that a transaction changed.</summary>
/// <param name="Before">As it was, or null if the transaction made it.</param>
public sealed record ChangedDocument(Document? Before, DocumentChanges Changes)
{
    /// <summary>Its title afterwards, as it is read (<see cref="DisplayTitle"/>).</summary>
    public string Title { get; init; } = Changes.After.Title;
}

/// <summary>The script is wrong (DS1, DS2) or a limit of the language refuses it: nothing was run.</summary>
public sealed record Invalid(ImmutableArray<Diagnostic> Diagnostics) : RunResult;

/// <summary>The script failed while it ran (DS3, DS5, DS6, DS7, DS9): nothing was changed.</summary>
public sealed record Failed(ImmutableArray<Diagnostic> Diagnostics) : RunResult;

/// <summary>A precondition, an old value, a version or another transaction stood against it (DS4): nothing was changed.</summary>
public sealed record InConflict(ImmutableArray<Diagnostic> Diagnostics) : RunResult;

/// <summary>A schedule that was due.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Kind">What was scheduled.</param>
/// <param name="At">When it was due.</param>
/// <param name="Failure">Why it could not be done, or null where it was; the schedule is gone either way, and the journal keeps the reason.</param>
/// <param name="Result">The transaction; where it is not <see cref="Done"/>, the schedule stands and the next tick tries again.</param>
public sealed record Ticked(long Document, ScheduleKind Kind, DateTimeOffset At, string? Failure, RunResult Result)
{
    /// <summary>The actor of what is carried out; no user's name.</summary>
    public const string Actor = "scheduler";
}

/// <summary>A script to run.</summary>
public sealed record RunRequest
{
    /// <summary>The text with its name.</summary>
    public required DocScript.Language.Text.SourceText Source { get; init; }

    /// <summary>The user's name.</summary>
    public required string Actor { get; init; }

    /// <summary>The current document at the start: an integer is an id, a text a key; null for none.</summary>
    public Value? Document { get; init; }

    /// <summary>Parameters as given: texts are converted to the declared types.</summary>
    public ObjectValue Parameters { get; init; } = ObjectValue.Empty;

    /// <summary>Named arguments that the caller sends along for commands in C#; scripts don't see them.</summary>
    public ObjectValue Arguments { get; init; } = ObjectValue.Empty;

    /// <summary>Whether the actor may undo a checkout of somebody else by force.</summary>
    public bool CanForce { get; init; } = true;

    /// <summary>The idempotency key, or null.</summary>
    public string? Key { get; init; }

    /// <summary>Whether edits want a guard, and warnings are errors.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The limits (language.md section 5).</summary>
    public Limits Limits { get; init; } = Limits.Default;
}

/// <summary>The limits of one run (language.md section 5).</summary>
/// <param name="Statements">Executed statements.</param>
/// <param name="Documents">Documents in one transaction.</param>
/// <param name="ValueCharacters">Characters (or list elements) in one value.</param>
/// <param name="Time">Wall time of one run, or null for none.</param>
public sealed record Limits(int Statements, int Documents, int ValueCharacters, TimeSpan? Time)
{
    /// <summary>Wall time of one call of a command or hook in C#: 5 s.</summary>
    public TimeSpan HookTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Steps of one call of a command or hook in C#: passes of loops, calls of methods, and what library calls read and write; 1,000 million.</summary>
    public long HookSteps { get; init; } = 1_000_000_000;

    /// <summary>Bytes that one call of a command or hook in C# may allocate, also those that it lets go again: 256 MiB.</summary>
    public long HookBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>1,000,000 statements, 100,000 documents, 16 Mi characters a value, no time limit.</summary>
    public static Limits Default { get; } = new(1_000_000, 100_000, 16 * 1024 * 1024, null);
}
