namespace DocScript.Engine.Storage.Durable;

/// <summary>Times as they are stored: UTC ticks of 100 ns.</summary>
internal static class Ticks
{
    public static long Of(DateTimeOffset time) => time.UtcTicks;

    public static DateTimeOffset Read(long ticks) => new(ticks, TimeSpan.Zero);
}
