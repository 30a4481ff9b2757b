using System.Globalization;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>How much is tried, and with which random numbers: environment variables, so that a run can be longer, or the same again.</summary>
internal static class CrashSettings
{
    /// <summary><c>DOCSCRIPT_KILLS</c>: how often processes are killed; 200 without it.</summary>
    public static int Kills { get; } = Number("DOCSCRIPT_KILLS") ?? 200;

    /// <summary>How often processes that run hooks are killed: as <see cref="Kills"/>, but 20 without it.</summary>
    public static int HookKills { get; } = Number("DOCSCRIPT_KILLS") ?? 20;

    /// <summary><c>DOCSCRIPT_POWER_CUTS</c>: at how many points the power is cut; 500 without it.</summary>
    public static int PowerCuts { get; } = Number("DOCSCRIPT_POWER_CUTS") ?? 500;

    /// <summary><c>DOCSCRIPT_SEED</c>: what a failure named as its seed; another one in each run without it.</summary>
    public static int Seed { get; } = Number("DOCSCRIPT_SEED") ?? Random.Shared.Next(1_000_000);

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
