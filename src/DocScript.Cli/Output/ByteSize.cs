using System.Globalization;

namespace DocScript.Cli.Output;

/// <summary>Sizes for people: <c>912 bytes</c>, <c>48.1 kB</c>, <c>1.3 GB</c>.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["kB", "MB", "GB", "TB"];

    /// <summary>The size in the largest unit of which there is at least one; a kB is 1000 bytes.</summary>
    public static string Text(long bytes)
    {
        if (bytes < 1000) return string.Create(CultureInfo.InvariantCulture, $"{bytes} {(bytes == 1 ? "byte" : "bytes")}");
        var (size, unit) = (bytes / 1000m, 0);
        for (; size >= 999.95m && unit < Units.Length - 1; unit++) size /= 1000m;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.0} {Units[unit]}");
    }
}
