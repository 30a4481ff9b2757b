using System.Text.Json;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>The components of one document in Livingdocs' form (contracts/livingdocs.md 2.5), old forms included; the differences this makes are <see cref="ExportDifferences"/>.</summary>
internal sealed class LivingdocsComponents(Design design, long document, ProblemReport report)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonPlace> places = new(StringComparer.Ordinal);

    /// <summary>Where each component stands in the file, by id.</summary>
    public IReadOnlyDictionary<string, JsonPlace> Places => places;

    public IReadOnlyList<Subtree> ReadRoots(JsonElement json)
    {
        var place = JsonPlace.Root.Member("content");
        if (!json.TryGetProperty("content", out var content) || content.ValueKind == JsonValueKind.Null) return [];
        if (content.ValueKind == JsonValueKind.Array)
        {
            CollectIds(content);
            return ReadList(content, place, 1);
        }

        report.Error(place, $"content is {LivingdocsImport.Name(content)}, not a list of components");
        return [];
    }

    // Given ids come before made ones, wherever they stand, so that a made one never takes a given one.
    private void CollectIds(JsonElement list)
    {
        foreach (var component in list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (component.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String) given.Add(id.GetString()!);
            if (!component.TryGetProperty("containers", out var containers) || containers.ValueKind != JsonValueKind.Object) continue;
            foreach (var container in containers.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array)) CollectIds(container.Value);
        }
    }

    private List<Subtree> ReadList(JsonElement list, JsonPlace place, int depth)
    {
        var children = new List<Subtree>(list.GetArrayLength());
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (Read(item, place.Item(index++), depth) is { } child) children.Add(child);
        }

        return children;
    }

    private Subtree? Read(JsonElement json, JsonPlace place, int depth)
    {
        if (depth > Rules.DeepestComponent)
        {
            report.Error(place, Invariant($"components lie more than {Rules.DeepestComponent} deep"));
            return null;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            report.Error(place, $"a component is an object, not {LivingdocsImport.Name(json)}");
            return null;
        }

        if (Type(json, place) is not { } type) return null;
        if (!design.Components.TryGetValue(type, out var definition))
        {
            var unknown = Rules.ComponentTypeExists(design, null, type);
            report.Error(place, unknown?.Message ?? $"the design has no component '{type}'", unknown?.Help ?? "import the folder with its design.json");
            return null;
        }

        return new Subtree(
            Id(json, place),
            type,
            Fixed(json, place),
            Content(definition, Member(json, place, "content"), place.Member("content")),
            Member(json, place, "styles"),
            Member(json, place, "conditions"),
            Data(json, place),
            Containers(definition, json, place, depth));
    }

    private string? Type(JsonElement json, JsonPlace place)
    {
        var component = Text(json, place, "component");
        var identifier = Text(json, place, "identifier");
        if (component is null && identifier is null)
        {
            if (!report.HasErrors) report.Error(place, "the component has neither component nor identifier", $"add \"component\", a name of the design '{design.Name}'");
            return null;
        }

        var dot = identifier?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot >= 0 && identifier![..dot] != design.Name)
            report.Error(place.Member("identifier"), $"'{identifier}' is a component of another design; this one is '{design.Name}'", "import the folder with its design.json");
        var named = identifier?[(dot + 1)..];
        if (component is not null && named is not null && component != named)
            report.Error(place.Member("identifier"), $"identifier '{identifier}' and component '{component}' name two components");
        return component ?? named;
    }

    private string Id(JsonElement json, JsonPlace place)
    {
        var id = Text(json, place, "id");
        if (id is "") report.Error(place.Member("id"), "the component's id is empty", "leave \"id\" out to get one");
        if (id is null or "" || places.ContainsKey(id))
        {
            if (id is not null and not "") report.Warning(place.Member("id"), $"id '{id}' is that of {places[id]} already; this component gets one of its own");
            id = StableIds.Component(document, place, given);
            given.Add(id);
        }

        places.Add(id, place);
        return id;
    }

    private bool Fixed(JsonElement json, JsonPlace place)
    {
        var position = Text(json, place, "position");
        if (position is not null and not "fixed") report.Error(place.Member("position"), $"position is '{position.Shortened()}'", "the only position is \"fixed\"; a component that may move has none");
        return position == "fixed";
    }

    private ObjectValue Content(ComponentDefinition definition, ObjectValue content, JsonPlace place)
    {
        var entries = content.Entries
            .Select(entry => KeyValuePair.Create(entry.Key, Normal(definition, entry.Key, entry.Value, place)))
            .Where(entry => entry.Value is not (NullValue or TextValue { Text: "" }))
            .ToList();
        foreach (var directive in definition.Directives.Values.Where(directive => directive.Kind == DirectiveKind.Include && content.Find(directive.Name) is null))
        {
            if (IncludeDefaults.Of(directive) is { } value) entries.Add(KeyValuePair.Create(directive.Name, (Value)value));
        }

        return ObjectValue.Of(entries);
    }

    // Text is all that is put right: markup that an editable does not take goes, and bare html is wrapped.
    private Value Normal(ComponentDefinition definition, string directive, Value value, JsonPlace place)
    {
        if (value is not TextValue { Text: not "" } || !definition.Directives.TryGetValue(directive, out var known) || known.Kind is not (DirectiveKind.Html or DirectiveKind.Editable)) return value;
        if (Rules.MarkupTaken(design, definition.Name, directive, value) is { } removed) report.Warning(place.Member(directive), $"{removed.Message}: it is removed", removed.Help);
        return Rules.NormalDirective(known, value) ?? Value.Null;
    }

    private ObjectValue Data(JsonElement json, JsonPlace place)
    {
        var data = Member(json, place, "data");
        var more = json.EnumerateObject().Where(member => !ComponentMembers.Known.Contains(member.Name)).ToList();
        if (more.Count == 0) return data;
        var kept = ObjectValue.Of(more.Select(member => KeyValuePair.Create(member.Name, report.Value(member.Value, place.Member(member.Name)) ?? Value.Null)));
        return data.With(ComponentMembers.Unknown, kept);
    }

    private SubtreeContainer[] Containers(ComponentDefinition definition, JsonElement json, JsonPlace place, int depth)
    {
        var read = new Dictionary<string, IReadOnlyList<Subtree>>(StringComparer.Ordinal);
        foreach (var container in ContainerMembers(json, place.Member("containers")))
        {
            var at = place.Member("containers").Member(container.Name);
            if (!definition.Containers.ContainsKey(container.Name))
                report.Error(at, $"component '{definition.Name}' has no container '{container.Name}'", definition.Containers.Count == 0 ? "it has none" : $"it has {string.Join(", ", definition.Containers.Keys)}");
            else if (container.Value.ValueKind != JsonValueKind.Array) report.Error(at, $"a container is a list of components, not {LivingdocsImport.Name(container.Value)}");
            else read.Add(container.Name, ReadList(container.Value, at, depth + 1));
        }

        return [.. definition.Containers.Keys.Select(name => new SubtreeContainer(name, read.GetValueOrDefault(name, [])))];
    }

    private IEnumerable<JsonProperty> ContainerMembers(JsonElement json, JsonPlace place)
    {
        if (!json.TryGetProperty("containers", out var containers) || containers.ValueKind == JsonValueKind.Null) return [];
        if (containers.ValueKind == JsonValueKind.Object) return containers.EnumerateObject();
        report.Error(place, $"containers is {LivingdocsImport.Name(containers)}, not an object of lists");
        return [];
    }

    private ObjectValue Member(JsonElement json, JsonPlace place, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return ObjectValue.Empty;
        if (value.ValueKind == JsonValueKind.Object) return report.Value(value, place.Member(name)) as ObjectValue ?? ObjectValue.Empty;
        report.Error(place.Member(name), $"{name} is {LivingdocsImport.Name(value)}, not an object");
        return ObjectValue.Empty;
    }

    private string? Text(JsonElement json, JsonPlace place, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        report.Error(place.Member(name), $"{name} is {LivingdocsImport.Name(value)}, not a text");
        return null;
    }
}
