using DocScript.Engine.Commands;
using DocScript.Testing.Cases;

namespace DocScript.Engine.Tests.Cases;

/// <summary>Every case comes out as written and keeps the laws. With DOCSCRIPT_UPDATE_CASES=1 what came out is written into the files, to be read before it is committed.</summary>
public sealed class CaseTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("DOCSCRIPT_UPDATE_CASES") == "1";

    private readonly CaseRunner _runner = new(CommandTable.BuiltIn);

    public static TheoryData<string> Paths => [.. CaseLibrary.BuiltIn];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_case_comes_out_as_written(string path)
    {
        var file = CaseLibrary.Read(path);
        var outcome = await _runner.RunAsync(file);
        if (!Update)
        {
            Assert.Equal(file.With(file.Expected).ToString(), file.With(outcome.Sections).ToString());
            return;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "expectations are not rewritten in CI");
        await File.WriteAllTextAsync(Path.Combine(CaseLibrary.Folder, path), file.With(outcome.Sections).ToString());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_case_keeps_the_laws(string path)
    {
        var broken = await _runner.BrokenLawsAsync(CaseLibrary.Read(path));
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void There_are_cases() => Assert.True(CaseLibrary.Paths.Count > 250, "the cases were not found");
}
