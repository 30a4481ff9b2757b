using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Json;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>One difference between a document as imported and as exported; <paramref name="Rule"/> is null where no rule says so.</summary>
internal sealed record JsonDifference(string Place, ExportDifference? Rule, string Text);

/// <summary>
/// Compares a file with its export value by value and names the rule of each difference. Written from the rules' sentences alone: it shares no code with
/// import and export.
/// </summary>
internal sealed class JsonDifferences(Design design)
{
    private readonly List<JsonDifference> found = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public static IReadOnlyList<JsonDifference> Of(JsonElement imported, JsonElement exported, Design design)
    {
        var differences = new JsonDifferences(design);
        differences.Document(imported, exported);
        return differences.found;
    }

    private static string[] Names(JsonElement a, JsonElement b) =>
        [.. Members(a).Concat(Members(b)).Select(member => member.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<JsonProperty> Members(JsonElement json) => json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : [];

    private static JsonElement? Find(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;

    private static bool Same(JsonElement? a, JsonElement? b) => a is { } one && b is { } other ? ValueJson.Read(one) == ValueJson.Read(other) : a is null && b is null;

    private void Differs(string place, ExportDifference? rule, JsonElement? imported, JsonElement? exported) =>
        found.Add(new JsonDifference(place, rule, $"{imported?.GetRawText() ?? "nothing"} became {exported?.GetRawText() ?? "nothing"}"));

    private void Document(JsonElement imported, JsonElement exported)
    {
        foreach (var name in Names(imported, exported))
        {
            var (a, b) = (Find(imported, name), Find(exported, name));
            switch (name)
            {
                case "systemdata": Systemdata(a ?? default, b ?? default); break;
                case "metadata": WithoutEmpty("/metadata", a ?? default, b ?? default, value => value.ValueKind == JsonValueKind.Null); break;
                case "content": List("/content", a, b); break;
                case "id" when a is null: Differs("/id", ExportDifferences.Systemdata, a, b); break;
                case "title" or "key" when b is null: Differs("/" + name, ExportDifferences.OwnTitle, a, b); break;
                default: Equal("/" + name, a, b); break;
            }
        }
    }

    private void Systemdata(JsonElement imported, JsonElement exported)
    {
        foreach (var name in Names(imported, exported))
        {
            var (a, b) = (Find(imported, name), Find(exported, name));
            var rule = name switch
            {
                "publicationId" => ExportDifferences.Publication,
                "documentId" or "contentType" or "documentType" or "design" when a is null => ExportDifferences.Systemdata,
                _ => null,
            };
            if (!Same(a, b)) Differs("/systemdata/" + name, rule, a, b);
        }
    }

    private void List(string place, JsonElement? imported, JsonElement? exported)
    {
        var (before, after) = (imported?.EnumerateArray().ToArray() ?? [], exported?.EnumerateArray().ToArray() ?? []);
        if (before.Length != after.Length) Differs(place, null, imported, exported);
        else for (var i = 0; i < before.Length; i++) Component($"{place}/{i}", before[i], after[i]);
    }

    private void Component(string place, JsonElement imported, JsonElement exported)
    {
        var type = exported.GetProperty("component").GetString()!;
        foreach (var name in Names(imported, exported))
        {
            var (a, b) = (Find(imported, name), Find(exported, name));
            switch (name)
            {
                case "id": Id(place, a, b); break;
                case "component" or "identifier" when a is null: Differs($"{place}/{name}", ExportDifferences.BothNames, a, b); break;
                case "content": Content($"{place}/content", type, a ?? default, b ?? default); break;
                case "styles" or "conditions" or "data" when a is { } empty && b is null && !Members(empty).Any(): Differs($"{place}/{name}", ExportDifferences.NothingEmpty, a, b); break;
                case "containers": Containers($"{place}/containers", a ?? default, b ?? default); break;
                default: Equal($"{place}/{name}", a, b); break;
            }
        }
    }

    private void Id(string place, JsonElement? imported, JsonElement? exported)
    {
        var isTaken = imported is { } id && !ids.Add(id.GetString()!);
        if (!Same(imported, exported)) Differs($"{place}/id", imported is null || isTaken ? ExportDifferences.ComponentId : null, imported, exported);
    }

    private void Content(string place, string type, JsonElement imported, JsonElement exported)
    {
        if (imported.ValueKind == JsonValueKind.Object && !Members(imported).Any() && exported.ValueKind == JsonValueKind.Undefined)
            Differs(place, ExportDifferences.NothingEmpty, imported, null);
        foreach (var name in Names(imported, exported))
        {
            var (a, b) = (Find(imported, name), Find(exported, name));
            if (Same(a, b)) continue;
            var kind = design.Components[type].Directives[name].Kind;
            var rule = (a, b) switch
            {
                ({ ValueKind: JsonValueKind.String } text, { ValueKind: JsonValueKind.Object } html) when kind == DirectiveKind.Html && Same(text, Find(html, "html")) && Members(html).Count() == 1 => ExportDifferences.HtmlObject,
                ({ ValueKind: JsonValueKind.String } dirty, { ValueKind: JsonValueKind.String } clean) when kind == DirectiveKind.Editable && WithoutTags(dirty.GetString()!) == WithoutTags(clean.GetString()!) => ExportDifferences.CleanMarkup,
                (null, { } made) when kind == DirectiveKind.Include && IsDefault(type, name, made) => ExportDifferences.IncludeDefault,
                ({ } empty, null) when empty.ValueKind == JsonValueKind.Null || empty is { ValueKind: JsonValueKind.String } && empty.GetString() is "" => ExportDifferences.NothingEmpty,
                _ => null,
            };
            Differs($"{place}/{name}", rule, a, b);
        }
    }

    private static string WithoutTags(string markup) =>
        System.Text.RegularExpressions.Regex.Replace(markup, "<[^>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private bool IsDefault(string type, string directive, JsonElement made)
    {
        var configuration = design.Components[type].Directives[directive].Configuration;
        return ValueJson.Read(made) is ObjectValue value && value.Entries.Count == 2
            && value.Find("service") == configuration.Find("service") && value.Find("params") == configuration.Find("defaultParams");
    }

    private void Containers(string place, JsonElement imported, JsonElement exported)
    {
        foreach (var name in Names(imported, exported))
        {
            var (a, b) = (Find(imported, name), Find(exported, name));
            if (a is null && b is { } empty && empty.GetArrayLength() == 0) Differs($"{place}/{name}", ExportDifferences.EveryContainer, a, b);
            else List($"{place}/{name}", a, b);
        }
    }

    private void WithoutEmpty(string place, JsonElement imported, JsonElement exported, Func<JsonElement, bool> isEmpty)
    {
        foreach (var name in Names(imported, exported))
        {
            var (a, b) = (Find(imported, name), Find(exported, name));
            if (!Same(a, b)) Differs($"{place}/{name}", a is { } value && b is null && isEmpty(value) ? ExportDifferences.NothingEmpty : null, a, b);
        }
    }

    private void Equal(string place, JsonElement? imported, JsonElement? exported)
    {
        if (!Same(imported, exported)) Differs(place, null, imported, exported);
    }
}
