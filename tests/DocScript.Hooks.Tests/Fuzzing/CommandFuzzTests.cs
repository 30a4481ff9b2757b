using DocScript.Engine.Commands;
using DocScript.Testing.Fuzzing;

namespace DocScript.Hooks.Tests.Fuzzing;

public sealed class CommandFuzzTests
{
    [Fact]
    public async Task The_built_in_commands_keep_the_laws()
    {
        var targets = new FuzzTargets(CommandTable.BuiltIn, [.. CommandTable.BuiltIn.Commands.Select(command => new CommandTarget(command, []))]);
        var report = await (CommandFuzz.Of(targets, "built-in") with { Seed = 1, Runs = 40 }).RunAsync();
        Assert.True(!report.Findings.Any(), report.ToString());
    }
}
