using System.Globalization;

namespace DocScript.Benchmarks;

/// <summary>A figure beside what it should be.</summary>
internal static class Aim
{
    public static string AtLeast(double aim, Sample figures) => Against(aim, "or more", figures.Median >= aim, figures);

    public static string AtMost(double aim, Sample figures) => Against(aim, "or less", figures.Median <= aim, figures);

    private static string Against(double aim, string side, bool isMet, Sample figures) =>
        string.Create(CultureInfo.InvariantCulture, $"{figures.ToString("F2")}; aim {aim} {side}: {(isMet ? "met" : "missed")}");
}
