namespace DocScript.Engine.Storage.Durable;

/// <summary>
/// Judges from the groups before how many writers there are, and holds a group back until two thirds of them wait: while those wait for their flush, the others get their next
/// transactions ready. It never takes longer than the group before took, so that nobody waits twice as long for somebody who does not come.
/// </summary>
internal sealed class Gathering(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim _enough = new();
    private volatile int _wanted = int.MaxValue;
    private volatile int _writers = 1;
    private TimeSpan _lasted;
    private long _begun;
    private long _ended;

    /// <summary>Whether others are about to come, for whom a group is better held back.</summary>
    public bool OthersCome => _writers > 1 && clock.GetElapsedTime(Volatile.Read(ref _ended)) < Longest;

    /// <summary>Says that so much work waits now.</summary>
    public void Came(int waiting)
    {
        if (waiting >= _wanted) _enough.Set();
    }

    /// <summary>Waits until as many of the writers wait as a group is to have.</summary>
    public void Wait(Func<int> waiting)
    {
        if (!OthersCome) return;
        _enough.Reset();
        _wanted = (2 * _writers + 2) / 3;
        var came = waiting() >= _wanted || _enough.Wait(_lasted < Shortest ? Shortest : _lasted > Longest ? Longest : _lasted);
        _wanted = int.MaxValue;
        if (!came) _writers /= 2;
    }

    /// <summary>A group begins to be written.</summary>
    public void Begin() => _begun = clock.GetTimestamp();

    /// <summary>A group is written.</summary>
    /// <param name="members">How many it had.</param>
    /// <param name="waiting">How many came meanwhile.</param>
    public void End(int members, int waiting)
    {
        _lasted = clock.GetElapsedTime(_begun);
        // One writer fewer at a time: some are only busy with their next transaction.
        _writers = Math.Max(members + waiting, _writers - 1);
        Volatile.Write(ref _ended, clock.GetTimestamp());
    }

    public void Dispose() => _enough.Dispose();
}
