using System.Runtime;

namespace DocScript.Benchmarks;

/// <summary>What a benchmark does before it measures. What turns out to be hot is compiled anew in the background, with pauses: a pass must be long enough to outlast them.</summary>
internal static class WarmUp
{
    private const int MostPasses = 40;

    /// <summary>Does a pass again and again until one compiled nothing.</summary>
    public static async Task UntilCompiledAsync(Func<Task> pass)
    {
        var compiled = -1L;
        for (var number = 0; number < MostPasses && compiled != JitInfo.GetCompiledMethodCount(); number++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            await pass();
        }
    }
}
