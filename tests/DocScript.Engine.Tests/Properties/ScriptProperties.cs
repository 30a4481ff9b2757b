using DocScript.Engine.Commands;
using DocScript.Testing.Cases;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Properties;

/// <summary>
/// What holds for every script: a plan changes nothing and says what the run does, a script that does not go well changes nothing, undo restores content and
/// undo of the undo does it again, replaying the journal gives the stored state, and formatting keeps the tree.
/// </summary>
public sealed class ScriptProperties
{
    [Property(MaxTest = 400, Arbitrary = [typeof(ScriptArbitrary)])]
    public async Task Every_script_keeps_the_laws(GeneratedScript script)
    {
        var broken = await new CaseRunner(CommandTable.BuiltIn).BrokenLawsAsync(CaseOf(script));
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(ScriptArbitrary)])]
    public async Task The_same_script_on_the_same_documents_does_the_same(GeneratedScript script)
    {
        var runner = new CaseRunner(CommandTable.BuiltIn);
        Assert.Equal((await runner.RunAsync(CaseOf(script))).Sections, (await runner.RunAsync(CaseOf(script))).Sections);
    }

    // Each given statement is a transaction of its own; one that fails leaves what the others did.
    private static CaseFile CaseOf(GeneratedScript script) => CaseFile.Parse(string.Join(
        '\n',
        ["# A generated script", .. script.Given.Select(given => $"--- given may: fail\n{given}"), "--- script", .. script.Statements]));
}
