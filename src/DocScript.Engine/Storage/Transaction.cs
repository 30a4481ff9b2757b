using System.Collections.Immutable;

namespace DocScript.Engine.Storage;

/// <summary>A transaction to commit: who, when, what was read, what changes.</summary>
public sealed record Transaction
{
    /// <summary>A UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The user's name.</summary>
    public required string Actor { get; init; }

    /// <summary>The script's one instant.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>The script's text and parameters (JSON), or a description such as <c># undo of …</c>.</summary>
    public required string Script { get; init; }

    /// <summary>The parameters as a JSON object.</summary>
    public string Parameters { get; init; } = "{}";

    /// <summary>The idempotency key, or null.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>What to answer again when the key comes again: opaque JSON of the engine.</summary>
    public string Result { get; init; } = "{}";

    /// <summary>The position of the reader that the script ran on.</summary>
    public required long ReadAt { get; init; }

    /// <summary>All it read.</summary>
    public required ReadSet Reads { get; init; }

    /// <summary>The documents it changes, by id; empty for a transaction that changed nothing (kept only for its key).</summary>
    public required ImmutableArray<DocumentChanges> Documents { get; init; }

    /// <summary>The transaction that this one undoes, or null.</summary>
    public Guid? Undoes { get; init; }
}

/// <summary>A key under which a transaction is done at most once, with the hash of script, parameters and starting document.</summary>
public sealed record IdempotencyKey(string Key, string Hash);
