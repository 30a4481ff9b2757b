using System.Collections.Immutable;
using DocScript.Documents.Changes;

namespace DocScript.Engine.Storage;

/// <summary>A committed transaction as the journal keeps it.</summary>
/// <param name="Position">Its place in the commit order, from 1 without gaps in order but not in number.</param>
/// <param name="Rows">One per document it changed, by id; system documents included.</param>
public sealed record JournalEntry(
    long Position,
    Guid Transaction,
    string Actor,
    DateTimeOffset Instant,
    string Script,
    string Parameters,
    Guid? Undoes,
    ImmutableArray<JournalRow> Rows);

/// <summary>What one transaction did to one document.</summary>
/// <param name="Header">The header afterwards.</param>
public sealed record JournalRow(long Position, Guid Transaction, DateTimeOffset Instant, long Document, Header Header, ImmutableArray<Change> Changes);

/// <summary>What was made public at one time.</summary>
/// <param name="Content">The document as it was then.</param>
public sealed record Publication(long Id, long Document, DateTimeOffset At, Document Content);
