using DocScript.Language.Diagnostics;
using DocScript.Testing.Cases;

namespace DocScript.Hooks.Tests;

/// <summary>The cases that stand in C#. As for the others, DOCSCRIPT_UPDATE_CASES=1 writes what came out into the files.</summary>
public sealed class CaseTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("DOCSCRIPT_UPDATE_CASES") == "1";

    public static TheoryData<string> Paths => [.. CaseLibrary.InCSharp];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_case_comes_out_as_written(string path)
    {
        var file = CaseLibrary.Read(path);
        using var world = new HookWorld(("commands.csx", file.Text("csharp")! + "\n"));
        var set = world.LoadAll();
        var sections = set.Problems.IsEmpty
            ? (await new CaseRunner(world.Table()).RunAsync(file)).Sections.ToDictionary(section => section.Key, section => Named(section.Value, world))
            : new() { ["diagnostics"] = Named(DiagnosticText.Of(set.Problems.Select(problem => problem with { Note = "nothing was changed" })), world) };
        if (!Update)
        {
            Assert.Equal(file.With(file.Expected).ToString(), file.With(sections).ToString());
            return;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "expectations are not rewritten in CI");
        await File.WriteAllTextAsync(Path.Combine(CaseLibrary.Folder, path), file.With(sections).ToString());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_case_keeps_the_laws(string path)
    {
        var file = CaseLibrary.Read(path);
        using var world = new HookWorld(("commands.csx", file.Text("csharp")! + "\n"));
        if (!world.LoadAll().Problems.IsEmpty) return;
        var broken = await new CaseRunner(world.Table()).BrokenLawsAsync(file);
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void There_are_cases() => Assert.True(CaseLibrary.InCSharp.Count > 20, "the cases were not found");

    private static string Named(string text, HookWorld world) => text.Replace(world.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
