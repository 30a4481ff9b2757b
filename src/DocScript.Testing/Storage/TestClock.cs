namespace DocScript.Testing.Storage;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    /// <summary>A clock at noon of the first of May 2026, UTC.</summary>
    public TestClock() : this(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Moves it on.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
}
