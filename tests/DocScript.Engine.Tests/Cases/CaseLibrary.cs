using DocScript.Testing.Cases;

namespace DocScript.Engine.Tests.Cases;

/// <summary>The cases of <c>tests/cases</c>, by their path below it.</summary>
internal static class CaseLibrary
{
    public static string Folder { get; } = Find();

    public static IReadOnlyList<string> Paths { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.case", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static CaseFile Read(string path) => CaseFile.Parse(File.ReadAllText(Path.Combine(Folder, path)));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "DocScript.sln")))
                return Path.Combine(folder.FullName, "tests", "cases");
        throw new InvalidOperationException("the tests do not run inside the repository, where the cases are");
    }
}
