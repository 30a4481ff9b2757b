using System.Collections.ObjectModel;
using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>One component of a design: its template declares the directives, its <c>directives</c> configure them (and declare them where there is no template).</summary>
internal static class ComponentDefinitionJson
{
    public static ComponentDefinition Read(string name, JsonElement json, TemplateDirectives? templates)
    {
        var configured = DefinitionFields.ByName(json, "directives", (_, entry) => DefinitionFields.Rest(entry, "name"));
        var declared = templates is not null && json.FindText("html") is { } html ? templates.Find(html) : Listed(configured);

        var directives = new OrderedDictionary<string, DirectiveDefinition>(StringComparer.Ordinal);
        var containers = new OrderedDictionary<string, ContainerDefinition>(StringComparer.Ordinal);
        foreach (var (directive, kind) in declared)
        {
            var configuration = configured.GetValueOrDefault(directive) ?? ObjectValue.Empty;
            if (DirectiveKinds.Find(kind) is { } content) directives.Add(directive, new(directive, content, configuration.Without("type")));
            else containers.Add(directive, ReadContainer(directive, configuration));
        }

        return new(
            name,
            json.FindText("label") ?? name,
            new ReadOnlyDictionary<string, DirectiveDefinition>(directives),
            new ReadOnlyDictionary<string, ContainerDefinition>(containers),
            DefinitionFields.Names(json, "allowedParents"),
            DefinitionFields.Names(json, "properties") ?? []);
    }

    public static void Write(Utf8JsonWriter writer, ComponentDefinition component)
    {
        writer.WriteStartObject();
        writer.WriteString("name", component.Name);
        writer.WriteString("label", component.Label);
        writer.WriteStartArray("directives");
        foreach (var directive in component.Directives.Values) Write(writer, directive.Name, DirectiveKinds.NameOf(directive.Kind), null, directive.Configuration);
        foreach (var container in component.Containers.Values)
            Write(writer, container.Name, DirectiveKinds.Container, container.AllowedChildren, container.Configuration);
        writer.WriteEndArray();
        DefinitionFields.WriteNames(writer, "allowedParents", component.AllowedParents);
        if (component.Properties.Count > 0) DefinitionFields.WriteNames(writer, "properties", component.Properties);
        writer.WriteEndObject();
    }

    private static IReadOnlyList<(string Name, string Kind)> Listed(IReadOnlyDictionary<string, ObjectValue> configured) =>
        [.. configured.Select(entry => entry.Value.Find("type") is TextValue { Text: var kind } && DirectiveKinds.IsKnown(kind)
            ? (entry.Key, kind)
            : throw new FormatException($"directive '{entry.Key}' needs a 'type': {string.Join(", ", DirectiveKinds.Names)} or container"))];

    private static ContainerDefinition ReadContainer(string name, ObjectValue configuration)
    {
        IReadOnlyList<string>? children = configuration.Find("allowedChildren") switch
        {
            null or NullValue => null,
            ListValue list when list.Items.All(item => item is TextValue) => [.. list.Items.Select(item => ((TextValue)item).Text)],
            _ => throw new DefinitionException(["directives", name, "allowedChildren"], $"'allowedChildren' of container '{name}' must be a list of component names"),
        };
        return new(name, children) { Configuration = configuration.Without("type").Without("allowedChildren") };
    }

    private static void Write(Utf8JsonWriter writer, string name, string kind, IReadOnlyList<string>? children, ObjectValue configuration)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("type", kind);
        DefinitionFields.WriteNames(writer, "allowedChildren", children);
        ValueJson.WriteMembers(writer, configuration);
        writer.WriteEndObject();
    }
}
