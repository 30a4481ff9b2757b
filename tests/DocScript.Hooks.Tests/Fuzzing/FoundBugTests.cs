using DocScript.Testing.Fuzzing;
using DocScript.Testing.Laws;

namespace DocScript.Hooks.Tests.Fuzzing;

/// <summary>Bugs that users write: each is found, cut down to a small case, and found again by its seed.</summary>
public sealed class FoundBugTests
{
    private const ulong Seed = 1;

    public static TheoryData<string, string, string> Throwing => new()
    {
        // Empty text.
        { "[Command] void Shout(DocumentEdit document, string text) => document.SetTitle(char.ToUpperInvariant(text[0]) + text[1..]);", "shout", "use \"d1\"\nshout \"\"\n" },
        // Half a character.
        { "[Command] void Code(DocumentEdit document, string text)\n{\n    var used = new bool[0xD800];\n    foreach (var letter in text) used[letter] = true;\n}", "code", "use \"d1\"\ncode \"😀\"\n" },
        // Null.
        { "[Command] string Length(string? text) => text!.Length.ToString();", "length", "length null\n" },
        // A huge text.
        { "[Command] void Cut(DocumentEdit document, string text)\n{\n    var cut = new char[1000];\n    for (var i = 0; i < text.Length; i++) cut[i] = text[i];\n    document.SetTitle(new string(cut).Trim('\\0'));\n}", "cut", null! },
        // A huge number.
        { "[Command] string Twice(int number) => (number * 2).ToString();", "twice", null! },
        // An empty document.
        { "[Command] void Top(DocumentEdit document) => document.Remove(document.Components[0]);", "top", "use \"d1\"\ntop\n" },
        // A component that is missing.
        { "[Command] string Lead(DocumentView document) => document.Components.First(component => component.Type == \"heading\").Text(\"text\");", "lead", "use \"d1\"\nlead\n" },
        // A list without elements.
        { "[Command] string Most(IReadOnlyList<int> numbers) => numbers.Max().ToString();", "most", "most []\n" },
        // A function.
        { "[Function] string Initial(string text) => text[..1].ToUpperInvariant();", "initial()", "print initial(\"\")\n" },
    };

    [Theory]
    [MemberData(nameof(Throwing))]
    public async Task An_exception_for_an_odd_argument_is_found_at_its_line(string text, string command, string? script)
    {
        using var world = new HookWorld(("bug.csx", text));
        var fuzz = CommandFuzz.Of(world.Folder);
        var report = await (fuzz with { Seed = Seed, Runs = 200 }).RunAsync();
        var finding = Assert.Single(report.Findings, found => found.Law is Law.NoException);
        Assert.Equal("bug.csx", Path.GetFileName(finding.Diagnostic.Location!.Source.Name));
        if (script is not null) Assert.Equal(script, finding.Script);
        Assert.InRange(finding.Case.Length, 0, 1300);
        await FoundAgainAsync(fuzz, command, finding);
    }

    [Fact]
    public async Task A_rule_that_is_broken_past_the_rules_is_found()
    {
        var finding = await FoundAsync(new RuleBreaker(), Law.Design);
        Assert.Contains("must be text", finding.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_out_otherwise_each_time_is_found() => await FoundAsync(new Fickle(every: 2), Law.Determinism);

    [Fact]
    public async Task A_run_that_does_not_do_what_its_plan_says_is_found() => await FoundAsync(new Fickle(every: 3), Law.PlanIsRun);

    [Fact]
    public async Task A_change_that_undo_does_not_take_back_is_found() => await FoundAsync(new Forgetful(), Law.Undo);

    [Theory]
    [InlineData("[Command] void Wait(DocumentEdit document)\n{\n    while (document.Components.Count == 0) { }\n}", "wait", "bug.csx:3")]
    [InlineData("[Function] int Steps(int number)\n{\n    var steps = 0;\n    for (; number != 0; number -= 2) steps++;\n    return steps;\n}", "steps()", "bug.csx:4")]
    public async Task What_does_not_end_is_found_at_its_line(string text, string command, string line)
    {
        using var world = new HookWorld(("bug.csx", text));
        var fuzz = CommandFuzz.Of(world.Folder);
        var finding = Assert.Single((await (fuzz with { Seed = Seed, Runs = 8 }).RunAsync()).Findings, found => found.Law is Law.Budget);
        var place = finding.Diagnostic.Location!;
        Assert.Equal(line, $"{Path.GetFileName(place.Source.Name)}:{place.Source.Place(place.Span.Start).Line}");
        await FoundAgainAsync(fuzz, command, finding);
    }

    [Fact]
    public async Task An_exception_that_the_engine_lets_out_is_found() => await FoundAsync(new Thrower(), Law.Answer);

    [Fact]
    public async Task An_argument_that_does_not_fit_and_is_taken_is_found()
    {
        var command = new Credulous();
        var finding = await FoundAsync(command, Law.Arguments, FuzzTargets.Of(command) with { All = [new CommandTarget(command, [Credulous.Parameter])] });
        Assert.Contains("'number' was given", finding.Details, StringComparison.Ordinal);
    }

    private static Task<FuzzFinding> FoundAsync(Engine.Commands.Command command, Law law) => FoundAsync(command, law, FuzzTargets.Of(command));

    private static async Task<FuzzFinding> FoundAsync(Engine.Commands.Command command, Law law, FuzzTargets targets)
    {
        var fuzz = CommandFuzz.Of(targets, "test");
        var report = await (fuzz with { Seed = Seed }).RunAsync();
        var finding = report.Findings.FirstOrDefault(found => found.Law == law);
        Assert.True(finding is not null, report.ToString());
        Assert.Single(finding.Case.Split('\n'), line => line.StartsWith("create ", StringComparison.Ordinal));
        Assert.InRange(finding.Case.Split('\n').Length, 1, 12);
        await FoundAgainAsync(fuzz, command.Syntax.Words, finding);
        return finding;
    }

    // As the line says that the finding gives: this command, this seed, one run.
    private static async Task FoundAgainAsync(CommandFuzz fuzz, string command, FuzzFinding finding)
    {
        Assert.Contains($"--seed {finding.Seed} --runs 1", finding.Diagnostic.Help, StringComparison.Ordinal);
        var again = await (fuzz with { Command = command, Seed = finding.Seed, Runs = 1 }).RunAsync();
        Assert.Contains(again.Findings, found => found.Law == finding.Law && found.Case == finding.Case);
    }
}
