using System.Globalization;

namespace DocScript.Benchmarks;

/// <summary>Measured figures with their spread.</summary>
internal sealed class Sample(IEnumerable<double> figures)
{
    private readonly double[] _sorted = [.. figures.Order()];

    public double Median => At(0.5);

    /// <summary>The middle figure, with the quarters below and above it.</summary>
    public string ToString(string format) => string.Create(
        CultureInfo.InvariantCulture, $"{Shown(Median, format)} ({Shown(At(0.25), format)} to {Shown(At(0.75), format)}, {_sorted.Length} pairs)");

    private double At(double share) => _sorted[(int)Math.Round((_sorted.Length - 1) * share)];

    private static string Shown(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
