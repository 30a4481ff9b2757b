using DocScript.Documents.Designs;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace DocScript.Livingdocs.Tests;

public sealed class FrameworkTests(ITestOutputHelper output)
{
    private const int Walks = 2000;

    [FactWithFramework]
    public void The_tree_changes_as_in_Livingdocs_own_document_model_but_for_rulings()
    {
        using var framework = new Framework();
        var comparison = new Comparison(framework);
        var property = Prop.ForAll(Walk.Arbitrary, walk =>
        {
            var unexplained = comparison.UnexplainedAsync(walk).GetAwaiter().GetResult();
            Assert.True(unexplained is null, unexplained);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Walks), property);

        output.WriteLine($"{comparison.Commands} commands: {comparison.DoneByBoth} done by both, {comparison.RefusedByBoth} refused by both");
        foreach (var ruling in Rulings.All) output.WriteLine($"{comparison.Used.GetValueOrDefault(ruling),6}  {ruling}");
        Assert.All(Rulings.All, ruling => Assert.True(comparison.Used.ContainsKey(ruling), $"never met: {ruling}"));
    }
}
