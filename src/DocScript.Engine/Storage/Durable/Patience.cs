using System.Diagnostics;

namespace DocScript.Engine.Storage.Durable;

/// <summary>
/// Waits for a lock of another connection or process by trying again, at first after a millisecond. SQLite's own busy handler can't be used for it:
/// some builds were made without usleep and wait in whole seconds.
/// </summary>
internal sealed class Patience(TimeSpan most)
{
    private static readonly int[] Pauses = [1, 2, 3, 5, 8, 13, 20];

    /// <summary>Tries until it succeeds or the time is over; answers whether it did.</summary>
    public bool Try(Func<bool> attempt)
    {
        if (attempt()) return true;
        using var nothing = new ManualResetEventSlim();
        var start = Stopwatch.GetTimestamp();
        for (var tries = 0; Stopwatch.GetElapsedTime(start) < most; tries++)
        {
            nothing.Wait(Pauses[Math.Min(tries, Pauses.Length - 1)]);
            if (attempt()) return true;
        }

        return false;
    }
}
