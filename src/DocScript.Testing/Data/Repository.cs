namespace DocScript.Testing.Data;

/// <summary>The checked-out repository that the tests run in.</summary>
public static class Repository
{
    /// <summary>Its root: the first folder upwards from the test's assembly that holds <c>DocScript.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>A path relative to the root, with forward slashes.</summary>
    public static string PathTo(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DocScript.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} holds DocScript.sln");
    }
}
