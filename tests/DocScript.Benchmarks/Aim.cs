using System.Globalization;

namespace DocScript.Benchmarks;

/// <summary>What a figure is to be: printed beside it, with whether it is.</summary>
internal static class Aim
{
    /// <summary>A ratio that is to be no greater.</summary>
    public static void AtMost(string what, Sample measured, double most) => Print(what, "at most", most, measured, measured.Median <= most);

    /// <summary>A ratio or a number that is to be no smaller.</summary>
    public static void AtLeast(string what, Sample measured, double least) => Print(what, "at least", least, measured, measured.Median >= least);

    private static void Print(string what, string relation, double bound, Sample measured, bool isMet) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{(isMet ? "met" : "MISSED"),-6}  {what}: {measured.ToString("F2")}, aimed at {relation} {bound}"));
}
