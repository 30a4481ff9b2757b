using Xunit;

namespace DocScript.Testing.Data;

/// <summary>A fact about a program that need not be installed: where it is not on the path, the test is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhenInstalledAttribute : FactAttribute
{
    /// <summary>A fact about a program.</summary>
    public FactWhenInstalledAttribute(string program)
    {
        Program = program;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!Array.Exists(folders, folder => File.Exists(Path.Combine(folder, program)))) Skip = $"{program} is not installed";
    }

    /// <summary>The program's name.</summary>
    public string Program { get; }
}
