namespace DocScript.Testing.Cases;

/// <summary>A clock that stands still.</summary>
public sealed class FixedClock(DateTimeOffset instant) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => instant;
}
