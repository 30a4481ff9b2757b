namespace DocScript.Engine;

/// <summary>A clock that stands still at one instant, so that what runs comes out the same each time.</summary>
public sealed class FixedClock(DateTimeOffset instant) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => instant;
}
