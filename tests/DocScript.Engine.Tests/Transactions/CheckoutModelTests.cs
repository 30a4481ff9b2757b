using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Cases;
using DocScript.Testing.Storage;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Transactions;

/// <summary>Checkout, check-in, undo, force, publish and tick by several users do what <see cref="CheckoutModel"/> says, step by step.</summary>
public sealed class CheckoutModelTests
{
    private static readonly string[] Users = ["ann", "bert", "cora"];

    [Property(Arbitrary = [typeof(CheckoutArbitrary)], MaxTest = 150)]
    public void Every_series_of_steps_is_as_the_model_says(CheckoutStep[] steps) => RunAsync(steps).GetAwaiter().GetResult();

    private static async Task RunAsync(CheckoutStep[] steps)
    {
        var model = new CheckoutModel();
        var clock = new TestClock(model.Now);
        await using var store = new MemoryStore(clock);
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, clock, new FixedIds());
        Assert.IsType<Done>(await engine.RunAsync(Request("create article title \"0\"", "ann") with { Document = null }));
        foreach (var step in steps)
        {
            var (after, error) = model.Take(step);
            clock.Advance(after.Now - model.Now);
            model = after;
            if (step.Script is { } script) Assert.Equal(error, ErrorOf(await engine.RunAsync(Request(script, step.Actor))));
            else await foreach (var ticked in engine.TickAsync()) Assert.Null(ticked.Failure);
            if (model.Deleted) continue;
            foreach (var user in Users) Assert.Equal(model.SeenBy(user), await SeenBy(engine, user));
            using var reader = store.Read();
            var document = reader.Load(1)!;
            Assert.Equal((model.Named, model.PublishAt, model.Holder), (document.Header.NamedVersions, document.Header.PublishAt, document.Header.Checkout?.Actor));
            Assert.Equal(model.Named, NamedVersions.Of(reader, 1).Count());
            Assert.Equal(model.Public, document.Header.Publication is { } publication ? reader.Publication(publication)!.Content.Title : null);
            Assert.Equal(model.SeenBy(model.Holder ?? "ann").Title, (model.Holder is { } holder ? WorkingCopies.Find(reader, document, holder) : null)?.Title ?? document.Title);
        }

        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    private static async Task<(string, int, bool, bool, bool)> SeenBy(ScriptEngine engine, string user)
    {
        var done = Assert.IsType<Done>(await engine.RunAsync(Request("print title; print version; print published; print unchanged; print checkedOut", user)));
        Assert.Null(done.Position);
        return (done.Printed[0], int.Parse(done.Printed[1], System.Globalization.CultureInfo.InvariantCulture), done.Printed[2] == "true", done.Printed[3] == "true", done.Printed[4] == "true");
    }

    private static RunRequest Request(string script, string user) => new() { Source = new SourceText("step", script), Actor = user, Document = new IntegerValue(1) };

    private static string? ErrorOf(RunResult result) => result is Done ? null : Assert.Single(ResultJson.DiagnosticsOf(result)).Code.Id;
}

/// <summary>The arbitrary of the steps.</summary>
public static class CheckoutArbitrary
{
    public static FsCheck.Arbitrary<CheckoutStep[]> Series() => CheckoutStep.Series();
}
