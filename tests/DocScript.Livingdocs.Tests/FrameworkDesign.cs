using System.Text.Json.Nodes;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Livingdocs.Tests;

/// <summary>A design as JSON with templates, which both sides read: theirs with the names that the framework knew in 0.6.5.</summary>
internal static class FrameworkDesign
{
    // What directives[] can say today, and what the framework called it; null: it does not know it and refuses a design that says it.
    private static readonly Dictionary<string, string?> Names = new(StringComparer.Ordinal) { ["tagAllowlist"] = "tagWhitelist", ["tagDenylist"] = "tagBlacklist", ["minLength"] = null };

    /// <summary>The design in today's form, with content types.</summary>
    public static JsonObject Ours(Design design)
    {
        var json = Write(design, name => name);
        json["contentTypes"] = new JsonArray([.. design.ContentTypes.Values.Select(type =>
        {
            var written = new JsonObject { ["handle"] = type.Handle };
            if (type.Components is { } components) written["components"] = Strings(components);
            return (JsonNode)written;
        })]);
        return json;
    }

    /// <summary>The design in the framework's form.</summary>
    public static JsonObject Theirs(Design design) => Write(design, name => Names.GetValueOrDefault(name, name));

    private static JsonObject Write(Design design, Func<string, string?> name) => new()
    {
        ["name"] = design.Name,
        ["version"] = design.Version,
        ["componentProperties"] = Members(design.ComponentProperties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Json(property.Value)))),
        ["components"] = new JsonArray([.. design.Components.Values.Select(component => (JsonNode)Write(component, name))]),
    };

    private static JsonObject Write(ComponentDefinition component, Func<string, string?> name)
    {
        var configured = component.Directives.Values.Select(directive => KeyValuePair.Create(directive.Name, (JsonNode?)Members(
                directive.Configuration.Entries.Where(entry => name(entry.Key) is not null).Select(entry => KeyValuePair.Create(name(entry.Key)!, Json(entry.Value))))))
            .Concat(component.Containers.Values.Where(container => container.AllowedChildren is not null).Select(container => KeyValuePair.Create(container.Name, (JsonNode?)new JsonObject { ["allowedChildren"] = Strings(container.AllowedChildren!) })));
        var written = new JsonObject { ["name"] = component.Name, ["html"] = Template(component), ["directives"] = Members(configured), ["properties"] = Strings(component.Properties) };

        // The framework refuses a design in which nothing may be a parent.
        if (component.AllowedParents is { Count: > 0 } parents) written["allowedParents"] = Strings(parents);
        return written;
    }

    private static string Template(ComponentDefinition component)
    {
        var inside = component.Directives.Values.Select(directive => Element(Tag(directive.Kind), DirectiveKinds.NameOf(directive.Kind), directive.Name))
            .Concat(component.Containers.Keys.Select(container => Element("div", "container", container)));
        return $"<div>{string.Concat(inside)}</div>";
    }

    private static string Element(string tag, string kind, string name) => $"<{tag} doc-{kind}=\"{name}\"></{tag}>";

    private static string Tag(DirectiveKind kind) => kind switch
    {
        DirectiveKind.Editable => "p",
        DirectiveKind.Video => "video",
        DirectiveKind.Link => "a",
        _ => "div",
    };

    private static JsonObject Members(IEnumerable<KeyValuePair<string, JsonNode?>> members) => new(members);

    private static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonNode? Json(Value value) => ValueNode.Of(value);
}
