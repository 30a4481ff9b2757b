using System.Collections.Immutable;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Json;

/// <summary>Who imports, and how.</summary>
/// <param name="Actor">The user's name.</param>
/// <param name="Publish">Whether every imported document becomes public; else only those whose file says so (<c>systemdata.publicationId</c>).</param>
public sealed record ImportOptions(string Actor, bool Publish = false);

/// <summary>What became of an import: everything came in, as one transaction, or nothing.</summary>
public abstract record ImportResult;

/// <summary>The import stands.</summary>
/// <param name="Transaction">The transaction, which undo takes back like any other.</param>
/// <param name="Position">Its journal position; null where it was only planned.</param>
/// <param name="Documents">The ids of the documents, in order.</param>
/// <param name="Published">How many of them are public.</param>
/// <param name="DesignChanged">Whether the store has a new design.</param>
/// <param name="Inferred">What was inferred where the design came without content types, a line each.</param>
/// <param name="Warnings">What the design says against documents that were imported all the same, and what was made up for.</param>
public sealed record Imported(
    Guid Transaction,
    long? Position,
    ImmutableArray<long> Documents,
    int Published,
    bool DesignChanged,
    ImmutableArray<string> Inferred,
    ImmutableArray<ImportProblem> Warnings) : ImportResult
{
    /// <summary>What hooks on events say: edits that one before would have made, and what went wrong after the commit.</summary>
    public ImmutableArray<Diagnostic> Told { get; init; } = [];
}

/// <summary>The store has all of it already (a design alone, unchanged): there was nothing to commit.</summary>
public sealed record NothingToImport : ImportResult;

/// <summary>Something is wrong with the files, or an id is taken; nothing was imported.</summary>
/// <param name="Problems">Errors and warnings, file by file; at least one is an error.</param>
public sealed record ImportRefused(ImmutableArray<ImportProblem> Problems) : ImportResult;

/// <summary>A hook before an event refused or failed, or hooks on its events can't be loaded; nothing was imported.</summary>
/// <param name="Refusal">Why: a result that is not <see cref="Done"/>.</param>
public sealed record ImportStopped(RunResult Refusal) : ImportResult;

/// <summary>Others kept committing what this import read; nothing was imported.</summary>
/// <param name="Moved">What moved on.</param>
public sealed record ImportInConflict(string Moved) : ImportResult;
