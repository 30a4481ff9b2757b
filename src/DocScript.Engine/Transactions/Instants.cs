namespace DocScript.Engine.Transactions;

/// <summary>The one instant of a transaction: to the millisecond, as dates are stored and transaction ids count.</summary>
internal static class Instants
{
    public static DateTimeOffset Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
