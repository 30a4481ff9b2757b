using System.Text.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;
using Path = DocScript.Language.Tree.Path;

namespace DocScript.Engine.Json.Native;

/// <summary>What fills the holes of commands and loops in native JSON: names, paths, components, places.</summary>
internal static class NodeJson
{
    private const string TargetHelp = "write it as {\"component\": {\"name\": \"doc-1\"}, \"member\": \"text\"}";

    public static void Write(Utf8JsonWriter json, Node node)
    {
        switch (node)
        {
            case Name name: json.WriteStringValue(name.Text); break;
            case Path path:
                json.WriteStartArray();
                foreach (var name in path.Names) json.WriteStringValue(name.Text);
                json.WriteEndArray();
                break;
            case Expression expression: ExpressionJson.Write(json, expression); break;
            case Components components: ExpressionJson.Write(json, new ListExpression(components.Elements)); break;
            case Target target:
                json.WriteStartObject();
                ExpressionJson.Write(json, "component", target.Component);
                if (target.Member is { } member) json.WriteString("member", member.Text);
                json.WriteEndObject();
                break;
            case Place place: Write(json, place); break;
            case Block block: StatementJson.Write(json, block.Statements); break;
            default: throw new InvalidOperationException($"no JSON for {node.GetType().Name}");
        }
    }

    public static Node Read(HoleKind kind, Expression json, JsonPlace place, JsonProblems problems, CommandGrammar grammar) => kind switch
    {
        HoleKind.Name or HoleKind.Choice => Name(json, place, problems),
        HoleKind.Path => new Path([.. List(json, place, problems, "a list of names").Select(item => Name(item.Value, item.Place, problems))]),
        HoleKind.Value => ExpressionJson.Read(json, place, problems),
        HoleKind.Target => Target(json, place, problems),
        HoleKind.Components => new Components([.. List(json, place, problems, "a list of components").Select(item => ExpressionJson.Read(item.Value, item.Place, problems))]),
        HoleKind.Place => Place(json, place, problems),
        _ => new Block(new StatementJson(grammar, problems).ReadAll(json, place)),
    };

    public static Name Name(Expression json, JsonPlace place, JsonProblems problems)
    {
        if (json is TextLiteral text) return new Name(text.Value);
        problems.WrongKind(place, json, "a text");
        return new Name("");
    }

    public static Target Target(Expression json, JsonPlace place, JsonProblems problems)
    {
        if (StrictObject.Of(json, place, problems, TargetHelp) is not { } form) return new Target(new NullLiteral(), null);
        var target = new Target(ExpressionJson.Get(form, "component", TargetHelp), form.FindText("member") is { } member ? new Name(member) : null);
        form.RefuseOthers();
        return target;
    }

    private static IEnumerable<(Expression Value, JsonPlace Place)> List(Expression json, JsonPlace place, JsonProblems problems, string expected)
    {
        if (json is ListExpression { Elements: { Count: > 0 } elements }) return elements.Select((element, index) => (element, place.Item(index)));
        problems.WrongKind(place, json, $"{expected} with one or more in it");
        return [];
    }

    private static void Write(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        switch (place)
        {
            case RootPlace root: json.WriteString("at", root.AtStart ? "start" : "end"); break;
            case ContainerPlace container: Write(json, container.First ? "first in" : "last in", container.Container); break;
            case SiblingPlace sibling:
                if (sibling.After is { } after) ExpressionJson.Write(json, "after", after);
                if (sibling.Before is { } before) ExpressionJson.Write(json, "before", before);
                if (sibling.In is { } within) Write(json, "in", within);
                break;
        }

        json.WriteEndObject();
    }

    private static Place Place(Expression json, JsonPlace place, JsonProblems problems)
    {
        const string Help = "a place is {\"at\": \"start\"}, {\"first in\": …}, {\"last in\": …}, or {\"after\": …, \"before\": …, \"in\": …} with one of the first two or both";
        var end = new RootPlace(false);
        if (StrictObject.Of(json, place, problems, Help) is not { } form) return end;
        Place found;
        if (form.Find("at") is { } at)
        {
            if (at is not TextLiteral { Value: "start" or "end" }) problems.WrongKind(place.Member("at"), at, "\"start\" or \"end\"");
            found = new RootPlace(at is TextLiteral { Value: "start" });
        }
        else if (form.Find("first in") is { } first) found = new ContainerPlace(true, Target(first, place.Member("first in"), problems));
        else if (form.Find("last in") is { } last) found = new ContainerPlace(false, Target(last, place.Member("last in"), problems));
        else
        {
            var sibling = new SiblingPlace(ExpressionJson.Find(form, "after"), ExpressionJson.Find(form, "before"), form.Find("in") is { } within ? Target(within, place.Member("in"), problems) : null);
            if (sibling is { After: null, Before: null }) problems.Missing(place, "after", json, Help);
            found = sibling;
        }

        form.RefuseOthers();
        return found;
    }

    public static void Write(Utf8JsonWriter json, string key, Node node)
    {
        json.WritePropertyName(key);
        Write(json, node);
    }
}
