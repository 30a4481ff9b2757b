using DocScript.Testing.Data;

namespace DocScript.Testing.Cases;

/// <summary>The cases of <c>tests/cases</c> in this repository, by their path below it.</summary>
public static class CaseLibrary
{
    /// <summary>The folder.</summary>
    public static string Folder { get; } = Repository.PathTo("tests/cases");

    /// <summary>All cases.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.case", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Those whose scripts call commands in C#, which stand in the case.</summary>
    public static IReadOnlyList<string> InCSharp { get; } = [.. Paths.Where(path => Read(path).Text("csharp") is not null)];

    /// <summary>Those whose scripts need the built-in commands alone.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = [.. Paths.Except(InCSharp, StringComparer.Ordinal)];

    /// <summary>Reads a case.</summary>
    public static CaseFile Read(string path) => CaseFile.Parse(File.ReadAllText(Path.Combine(Folder, path)));
}
