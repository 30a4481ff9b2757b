using System.Globalization;

namespace DocScript.Engine;

/// <summary>Ids that come in the same order each time: <c>doc-a1</c>, <c>doc-a2</c>, …, and transactions numbered from 1.</summary>
/// <param name="letter">What component ids begin with after <c>doc-</c>; also part of the transaction ids, so that two sources never give the same.</param>
public sealed class FixedIds(char letter = 'a') : IIdSource
{
    private int _components;
    private int _transactions;

    /// <inheritdoc/>
    public string Component() => string.Create(CultureInfo.InvariantCulture, $"doc-{letter}{Interlocked.Increment(ref _components)}");

    /// <inheritdoc/>
    public Guid Transaction(DateTimeOffset instant) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-7000-8{(int)letter:x3}-{Interlocked.Increment(ref _transactions):x12}"));
}
