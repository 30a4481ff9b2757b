using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>
/// Marks a test method as a property: FsCheck generates its parameters and calls it many times. It may return nothing, a boolean, a
/// <c>Property</c> or a task. What it says is what the attribute of the FsCheck.Xunit package says, which replaces it where the feed has that package.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "DocScript.Testing")]
public class PropertyAttribute : FactAttribute
{
    private int? _maxTest;
    private bool? _verbose;

    /// <summary>How many cases must pass; 100 unless given.</summary>
    public int MaxTest
    {
        get => _maxTest ?? -1;
        set => _maxTest = value;
    }

    /// <summary>Types with static members that return arbitraries; earlier ones win over later ones of the same type.</summary>
    public Type[] Arbitrary { get; set; } = [];

    /// <summary>The seed of an earlier run, as its failure shows it: <c>(seed,gamma)</c> or <c>(seed,gamma,size)</c>.</summary>
    public string? Replay { get; set; }

    /// <summary>Whether every generated case is written to the test's output.</summary>
    public bool Verbose
    {
        get => _verbose ?? false;
        set => _verbose = value;
    }

    /// <summary>What this attribute says over what <paramref name="outer"/> (the class's) says.</summary>
    internal PropertySettings Over(PropertySettings outer) => new(
        _maxTest ?? outer.MaxTest,
        [.. Arbitrary, .. outer.Arbitrary],
        string.IsNullOrEmpty(Replay) ? outer.Replay : Replay,
        _verbose ?? outer.Verbose);
}
