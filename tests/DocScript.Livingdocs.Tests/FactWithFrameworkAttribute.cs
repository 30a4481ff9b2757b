namespace DocScript.Livingdocs.Tests;

/// <summary>A fact about Livingdocs' own document model; where it can't be installed the test is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithFrameworkAttribute : FactAttribute
{
    public FactWithFrameworkAttribute() => Skip = Framework.Problem;
}
