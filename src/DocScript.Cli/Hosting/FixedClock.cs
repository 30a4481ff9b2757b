namespace DocScript.Cli.Hosting;

/// <summary>A clock that stands still at one instant (<c>DOCSCRIPT_NOW</c>).</summary>
internal sealed class FixedClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
