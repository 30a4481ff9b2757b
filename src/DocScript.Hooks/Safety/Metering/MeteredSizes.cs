using System.ComponentModel;

namespace DocScript.Hooks.Safety.Metering;

/// <summary>Sizes that instrumented code is about to make something of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeteredSizes
{
    /// <summary>Refuses a size that is too large, or whose elements of so many bytes don't fit what is left; a negative one is the called member's affair.</summary>
    public static int MeteredSize(this int size, int bytes)
    {
        Count(size, bytes);
        return size;
    }

    /// <inheritdoc cref="MeteredSize(int, int)"/>
    public static long MeteredSize(this long size, int bytes)
    {
        Count(size, bytes);
        return size;
    }

    /// <summary>A new array of two dimensions.</summary>
    public static T[,] MeteredGrid<T>(long rows, long columns, int bytes)
    {
        Count(rows, bytes);
        Count(columns, bytes);
        Count(rows * columns, bytes);
        return new T[rows, columns];
    }

    private static void Count(long size, int bytes)
    {
        if (size <= 0) return;
        Meter.CheckLength(size);
        if (size > 1024) Meter.ChargeBytes(size * bytes);
        Meter.Charge(size * bytes >> 8);
    }
}
