namespace DocScript.Engine.Events;

/// <summary>Who alone may run a hook for now.</summary>
/// <param name="Owner">A name of the engine that nobody else has.</param>
/// <param name="Until">When it is over, whether the owner has come to an end or not.</param>
internal sealed record HookLease(string Owner, DateTimeOffset Until)
{
    /// <summary>How long a lease lasts from the last thing that its owner did: 30 s, several times what one call of a hook may take.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether it keeps others away. One that seems to last longer than any was given by a clock that has gone back since.</summary>
    public bool KeepsOut(string other, DateTimeOffset now) => Owner != other && now < Until && Until - now <= Lasts;
}
