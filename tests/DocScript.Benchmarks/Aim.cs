namespace DocScript.Benchmarks;

/// <summary>What a figure is aimed at, said beside it with whether it is met: by the middle one of all rounds.</summary>
internal static class Aim
{
    /// <summary>At most so much.</summary>
    public static string AtMost(double most, Sample figures, string format = "F2") => FormattableString.Invariant($"{figures.ToString(format)}; aim: at most {most}, {Met(figures.Median <= most)}");

    private static string Met(bool met) => met ? "met" : "MISSED";
}
