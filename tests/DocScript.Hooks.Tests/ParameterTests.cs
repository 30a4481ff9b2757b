using DocScript.Documents.Values;
using DocScript.Engine;

namespace DocScript.Hooks.Tests;

public sealed class ParameterTests
{
    private const string Kinds = """
        enum Tone { Formal, VeryFriendly }

        [Command] string Show(string text, int number, long big, decimal ratio, double share, bool yes, DateTimeOffset day, IReadOnlyList<string> words, IReadOnlyDictionary<string, object?> more, Tone tone, object? any = null) =>
            $"{text} {number} {big} {ratio} {share} {yes} {day:yyyy-MM-dd} {string.Join('+', words)} {more.Count} {tone} {any ?? "nothing"}";

        [Command("look at <other>")] string Look(DocumentView other) => other.Title;

        [Command("count-of <parts>")] string CountOf(IReadOnlyList<Component> parts) => string.Join(' ', parts.Select(part => part.Id));

        [Command("put <text> <place>")] void Put(DocumentEdit document, string text, Place place) => document.Insert("paragraph", place, new Dictionary<string, object?> { ["text"] = Html.Escape(text) });

        [Command] string Sent(NamedArguments arguments) => string.Join(' ', arguments.Names.Select(name => $"{name}={arguments[name]}"));

        [Command] string Maybe(DocumentView? document, string? text = null) => document?.Title ?? text ?? "neither";

        [Command] void Nothing() { }

        [Command] CommandResult Open() => new(ResultKind.Url, "https://example.org", "in a new window");

        [Function] object? Same(object? value) => value;

        [Function] int Words(Component part, string directive = "text") => part.Text(directive).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

        [Function] string Named(DocumentView document) => document.Title + document.Components.Count;

        [Function("titles")] IReadOnlyList<string> Titles(Documents documents, string wanted) => documents.Where("title contains wanted", ("wanted", wanted)).Select(document => document.Title).ToList();
        """;

    private const string Article = "create article key \"a\" title \"One\" { insert paragraph as p with {text: \"a <b>few</b> words\"}; insert paragraph as q }\nuse \"a\"\n";

    [Theory]
    [InlineData("show \"t\" 3 -4 1.5 2 true \"2026-01-02\" [\"a\", \"b\"] {x: 1} very-friendly", "t 3 -4 1.5 2 True 2026-01-02 a+b 1 VeryFriendly nothing")]
    [InlineData("show \"t\" 3 4 1 2.5 false date(\"2026-01-02\") [] {} formal any [1, \"x\"]", "t 3 4 1 2.5 False 2026-01-02  0 Formal System.Object[]")]
    [InlineData("look at \"a\"", "One")]
    [InlineData("look at document(\"a\")", "One")]
    [InlineData("count-of p, q", "p q")]
    [InlineData("put \"x < y\" after p\nprint count(p.text)", null)]
    [InlineData("maybe", "One")]
    [InlineData("maybe text null", "One")]
    [InlineData("print same([1, {a: null}, \"b\", 1.5, true])", "[1,{\"a\":null},\"b\",1.5,true]")]
    [InlineData("print same(date(\"2026-01-02\"))", "2026-01-02T00:00:00Z")]
    [InlineData("print words(p)", "3")]
    [InlineData("print words(p, \"text\") + 1", "4")]
    [InlineData("print named()", "One2")]
    [InlineData("print titles(\"On\")", "[\"One\"]")]
    [InlineData("for each document where words(component(\"p\")) > 2 { print title }", "One")]
    public async Task Arguments_of_each_kind_reach_the_method(string script, string? said)
    {
        using var world = new HookWorld(("kinds.csx", Kinds));
        var result = await world.RunAsync(Article + script);
        if (said is null) Assert.IsType<Failed>(result);
        else Assert.Equal(said, Assert.IsType<Done>(result) is { Printed: [var line] } ? line : ((Done)result).Results[0].Value);
    }

    [Theory]
    [InlineData("show 1 3 4 1 2 true \"2026-01-02\" [] {} formal", "DS2015", "'text' must be text, not an integer")]
    [InlineData("show \"t\" \"3\" 4 1 2 true \"2026-01-02\" [] {} formal", "DS2015", "'number' must be a whole number, not text")]
    [InlineData("show \"t\" 3 4 1 2 true \"soon\" [] {} formal", "DS2015", "'day' must be a date, not text")]
    [InlineData("show \"t\" 3000000000 4 1 2 true \"2026-01-02\" [] {} formal", "DS6005", "'number' can't take 3000000000")]
    [InlineData("show \"t\" 3 4 1 2 true \"2026-01-02\" [1] {} formal", "DS6005", "'words' can't take [1]")]
    [InlineData("let x = [1]\nshow x 3 4 1 2 true \"2026-01-02\" [] {} formal", "DS6005", "'text' must be text, not a list")]
    [InlineData("print words(p, 1)", "DS6005", "'directive' of words() must be text, not an integer")]
    [InlineData("print words()", "DS2002", "words() takes 1 to 2 arguments, not 0")]
    [InlineData("look at 99", "DS3007", "there is no document with id 99")]
    [InlineData("maybe text 1", "DS2015", "'text' must be text, not an integer")]
    public async Task Arguments_that_do_not_fit_are_told_at_their_place(string script, string code, string message)
    {
        using var world = new HookWorld(("kinds.csx", Kinds));
        var diagnostic = Assert.Single(Engine.Json.ResultJson.DiagnosticsOf(await world.RunAsync(Article + script)), one => one.Severity is Language.Diagnostics.Severity.Error);
        Assert.Equal((code, message), (diagnostic.Code.Id, diagnostic.Message));
        Assert.NotNull(diagnostic.Location);
    }

    [Fact]
    public async Task Results_of_every_kind_come_with_the_run_and_again_under_its_key()
    {
        using var world = new HookWorld(("kinds.csx", Kinds));
        var request = new RunRequest { Source = new("", ""), Actor = "anna", Key = "k", Arguments = ObjectValue.Of([KeyValuePair.Create("a", (Value)new IntegerValue(1))]) };
        var first = await world.DoneAsync(Article + "nothing\nopen\nsent", request);
        Assert.Equal([new(Engine.Commands.ResultKind.Url, "https://example.org", "in a new window"), Engine.Commands.CommandResult.Message("a=1")], first.Results.AsEnumerable());
        var again = await world.DoneAsync(Article + "nothing\nopen\nsent", request);
        Assert.True(again.Repeated);
        Assert.Equal(first.Results.AsEnumerable(), again.Results.AsEnumerable());
        Assert.IsType<InConflict>(await world.RunAsync(Article + "nothing\nopen\nsent", request with { Arguments = ObjectValue.Empty }));
    }
}
