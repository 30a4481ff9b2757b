using System.Globalization;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>Something that a store acknowledged, and how to see whether it kept it. Its text is one line, so that a process can print it and be killed.</summary>
public abstract record Promise
{
    /// <summary>What is wrong, in words for a person, or null where the store keeps it.</summary>
    public abstract string? Broken(IStoreReader reader);

    /// <summary>Reads the text of one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Promise Parse(string line) => line.Split('\t') switch
    {
        ["transaction", var id, var position, var rows] => new TransactionPromise(Guid.Parse(id), Number(position), rows),
        ["ids", var kind, var first, var count] => new IdsPromise(Enum.Parse<IdKind>(kind), Number(first), (int)Number(count)),
        ["result", var actor, var key, var transaction, var hash, var result] => new ResultPromise(actor, key, Guid.Parse(transaction), hash, result),
        ["purge", var document] => new PurgePromise(Number(document)),
        ["backup", var file, var position] => new BackupPromise(file, Number(position)),
        _ => throw new FormatException($"'{line}' is no promise"),
    };

    /// <summary>Its text: the fields between tabs.</summary>
    protected static string Line(params ReadOnlySpan<object> fields)
    {
        var texts = new string[fields.Length];
        for (var i = 0; i < fields.Length; i++) texts[i] = Convert.ToString(fields[i], CultureInfo.InvariantCulture)!;
        return string.Join('\t', texts);
    }

    /// <summary>A number in a message.</summary>
    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A transaction stands.</summary>
/// <param name="Rows">Its journal rows, as <see cref="CommittedRows"/> writes them.</param>
public sealed record TransactionPromise(Guid Id, long Position, string Rows) : Promise
{
    /// <inheritdoc/>
    public override string? Broken(IStoreReader reader)
    {
        if (reader.Transaction(Id) is not { } entry) return $"transaction {Id} at position {Text(Position)} is lost";
        if (entry.Position != Position) return $"transaction {Id} moved from position {Text(Position)} to {Text(entry.Position)}";
        return CommittedRows.Of(entry) == Rows ? null : $"transaction {Id} has the rows {CommittedRows.Of(entry)}, not {Rows}";
    }

    /// <inheritdoc/>
    public override string ToString() => Line("transaction", Id, Position, Rows);
}

/// <summary>Ids were reserved; they are not given again.</summary>
public sealed record IdsPromise(IdKind Kind, long First, int Count) : Promise
{
    /// <summary>Each of them.</summary>
    public IEnumerable<long> Ids => Enumerable.Range(0, Count).Select(i => First + i);

    /// <inheritdoc/>
    public override string? Broken(IStoreReader reader) =>
        reader.LastId(Kind) >= First + Count - 1 ? null : $"{Kind} id {Text(First + Count - 1)} was reserved, and the last is {Text(reader.LastId(Kind))}";

    /// <inheritdoc/>
    public override string ToString() => Line("ids", Kind, First, Count);
}

/// <summary>A result is kept under its idempotency key.</summary>
public sealed record ResultPromise(string Actor, string Key, Guid Transaction, string Hash, string Result) : Promise
{
    /// <inheritdoc/>
    public override string? Broken(IStoreReader reader) =>
        reader.Result(Actor, Key) is { } kept && kept.Transaction == Transaction && kept.Hash == Hash && kept.Result == Result ? null : $"the result of key '{Key}' is lost or another one";

    /// <inheritdoc/>
    public override string ToString() => Line("result", Actor, Key, Transaction, Hash, Result);
}

/// <summary>A document is purged.</summary>
public sealed record PurgePromise(long Document) : Promise
{
    /// <inheritdoc/>
    public override string? Broken(IStoreReader reader) =>
        reader.Load(Document) is { Header.Purged: true } ? null : $"document {Text(Document)} is no longer purged";

    /// <inheritdoc/>
    public override string ToString() => Line("purge", Document);
}

/// <summary>A backup was written to a file in the store's folder. Whether it is whole is asked of the file, not of the store.</summary>
/// <param name="Position">It holds all up to here, and perhaps more.</param>
public sealed record BackupPromise(string File, long Position) : Promise
{
    /// <inheritdoc/>
    public override string? Broken(IStoreReader reader) => null;

    /// <inheritdoc/>
    public override string ToString() => Line("backup", File, Position);
}
