namespace DocScript.Testing.Events;

/// <summary>The system's clock, moved: a process with a later one finds the leases of earlier ones over, without waiting for it.</summary>
internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
