using System.Diagnostics;
using System.Globalization;

namespace DocScript.Benchmarks;

/// <summary>Measures this process from when it is made.</summary>
internal sealed class ProcessWatch
{
    private readonly TimeSpan _used = Used();
    private readonly long _from = Stopwatch.GetTimestamp();

    /// <summary>The seconds since, those of the processor, and the most bytes that the process ever had in memory.</summary>
    public string Read()
    {
        var seconds = Stopwatch.GetElapsedTime(_from).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{seconds} {(Used() - _used).TotalSeconds} {process.PeakWorkingSet64}");
    }

    private static TimeSpan Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
