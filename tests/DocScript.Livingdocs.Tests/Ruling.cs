namespace DocScript.Livingdocs.Tests;

/// <summary>A decision by which we differ from the framework.</summary>
/// <param name="Source">Where it was made: a ruling of contracts/livingdocs.md section 0, a section of it, of language.md, or [F], what the framework was observed to do.</param>
/// <param name="Says">What we do, and what the framework does.</param>
internal sealed record Ruling(string Source, string Says)
{
    public override string ToString() => $"{Source}: {Says}";
}
