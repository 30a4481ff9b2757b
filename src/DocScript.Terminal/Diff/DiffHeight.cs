namespace DocScript.Terminal.Diff;

/// <summary>How much of a diff is shown before it says how much more there is.</summary>
/// <param name="Documents">Documents shown with their changes.</param>
/// <param name="Lines">Lines shown for each of them.</param>
public sealed record DiffHeight(int Documents, int Lines)
{
    /// <summary>Everything: for files and pipes.</summary>
    public static DiffHeight Unlimited { get; } = new(int.MaxValue, int.MaxValue);

    /// <summary>What a person scrolls through: 50 documents, 40 lines each.</summary>
    public static DiffHeight Screen { get; } = new(50, 40);
}
