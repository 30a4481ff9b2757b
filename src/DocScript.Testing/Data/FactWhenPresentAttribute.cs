using Xunit;

namespace DocScript.Testing.Data;

/// <summary>A fact about data that need not be there: where the path (relative to the repository's root) is absent, the test is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhenPresentAttribute : FactAttribute
{
    /// <summary>A fact about what stands at a path.</summary>
    public FactWhenPresentAttribute(string path)
    {
        Data = path;
        if (!Path.Exists(Repository.PathTo(path))) Skip = $"{path} is not there";
    }

    /// <summary>The path as given.</summary>
    public string Data { get; }
}

/// <summary>A theory about data that need not be there; like <see cref="FactWhenPresentAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWhenPresentAttribute : TheoryAttribute
{
    /// <summary>A theory about what stands at a path.</summary>
    public TheoryWhenPresentAttribute(string path)
    {
        Data = path;
        if (!Path.Exists(Repository.PathTo(path))) Skip = $"{path} is not there";
    }

    /// <summary>The path as given.</summary>
    public string Data { get; }
}
