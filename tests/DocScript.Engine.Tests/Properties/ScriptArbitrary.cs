using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Engine.Tests.Properties;

/// <summary>Scripts over three documents and a handful of components, most statements good, some that fail or conflict.</summary>
public static class ScriptArbitrary
{
    private static readonly Gen<string> Key = Gen.Elements("a", "b", "c");
    private static readonly Gen<string> Text = Gen.Elements("", "one", "two & three", "<b>four</b>", "größe", "\\n", "\\u{1F600}");
    private static readonly Gen<string> Component = Gen.Elements("p1", "p2", "p3", "c1", "c2", "l1", "i1");

    private static readonly Gen<string> Place = Gen.OneOf(
        Gen.Elements("", "at start", "at end", "first in c1.left", "last in c1.right", "first in c2.left", "last in l1"),
        Component.Select(component => $"after {component}"),
        Component.Select(component => $"before {component}"));

    private static readonly Gen<string> Value = Gen.OneOf(
        Text.Select(text => $"\"{text}\""),
        Gen.Elements("null", "title", "upper(title)", "\"${version}\"", "meta.section", "meta.section ?? \"x\""));

    private static readonly Gen<string> Command = Gen.Frequency(
        (3, Value.Select(value => $"set title = {value}")),
        (3, Value.Select(value => $"set meta section = {value}")),
        (1, Value.Zip(Value, (value, was) => $"set meta section = {value} was {was}")),
        (1, Gen.Choose(0, 9).Select(number => $"set meta priority = (meta.priority ?? 0) + {number}")),
        (1, Gen.Elements("unset meta section", "unset meta priority", "set meta teaserImage = {url: \"a.jpg\", width: 1}", "set meta teaserImage.width = 2")),
        (4, Component.Zip(Value, (component, value) => $"if exists {component}.text {{ set {component}.text = {value} }}")),
        (1, Gen.Elements("\"numbers\"", "null").Select(value => $"if exists l1 {{ set l1 style list-type = {value} }}")),
        (2, Component.Zip(Gen.Elements("{gte: \"2026-01-01\"}", "{lt: now()}", "null"), (component, value) => $"if exists {component} {{ set {component} condition dateTime = {value} }}")),
        (5, Component.Zip(Place, (component, place) => $"insert {TypeOf(component)} as {component} {place}")),
        (2, Text.Select(text => $"insert paragraph with {{text: \"{text}\"}}")),
        (4, Component.Zip(Place.Where(place => place.Length > 0), (component, place) => $"if exists {component} {{ move {component} {place} }}")),
        (3, Component.Select(component => $"if exists {component} {{ remove {component} }}")),
        (1, Component.Select(component => $"remove {component}")),
        (2, Gen.Elements("if unpublished { publish }", "publish", "unpublish", "if published { unpublish }")),
        (2, Gen.Elements("schedule publish at \"2026-05-01\"", "schedule unpublish at \"2026-06-01\"", "cancel publish", "cancel unpublish", "if unpublished { embargo until \"2026-04-01\" }", "lift embargo", "keep updated")),
        (3, Gen.Elements("checkout", "if checkedOut { checkin }", "checkin \"note\"", "if checkedOut { undo checkout }")),
        (1, Gen.Elements("require published", "require version < 3", "use version 1", "delete", "print title", "print meta", "for each component as x { print x.id }")));

    private static readonly Gen<string> Statement = Gen.Frequency(
        (8, Key.Zip(Command, (key, command) => $"use \"{key}\" {{ {command} }}")),
        (1, Command.Select(command => $"for each document where not exists p3 {{ {command} }}")),
        (1, Command.Select(command => $"create article {{ {command} }}")),
        (1, Gen.Elements("for each document order by title descending limit 2 { set title = title + \"!\" }", "for each document where meta.section == null expect 1 { print id }")));

    private static readonly string[] Documents =
    [
        "create article key \"a\" title \"A\" { insert paragraph as p1; insert columns as c1; insert paragraph as p2 last in c1.left; insert list as l1; insert list-item as i1 last in l1 }",
        "create article key \"b\" title \"B\" with {section: \"news\"} { insert columns as c1; insert columns as c2 last in c1.left; insert paragraph as p1 last in c2.right; publish }",
        "create article key \"c\"",
    ];

    public static Arbitrary<GeneratedScript> Scripts()
    {
        var statements = Statement.ListOf().Select(list => list.ToList());
        return Arb.From(
            statements.Zip(statements, (given, script) => new GeneratedScript([.. Documents, .. given.Take(6)], script)),
            script => Shorter(script.Given, Documents.Length).Select(given => script with { Given = given })
                .Concat(Shorter(script.Statements, 0).Select(shorter => script with { Statements = shorter })));
    }

    private static string TypeOf(string component) => component[0] switch { 'c' => "columns", 'l' => "list", 'i' => "list-item", _ => "paragraph" };

    private static IEnumerable<IReadOnlyList<string>> Shorter(IReadOnlyList<string> statements, int keep) =>
        Enumerable.Range(keep, Math.Max(0, statements.Count - keep)).Select(left => (IReadOnlyList<string>)[.. statements.Where((_, index) => index != left)]);
}
