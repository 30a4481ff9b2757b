using System.Text.Json;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>Components in Livingdocs' form (contracts/livingdocs.md 2.5): <c>id, component, identifier, position, content, styles, conditions, data, containers</c>.</summary>
public static class ComponentJson
{
    /// <summary>Writes a component with all below it; <paramref name="designName"/> makes the <c>identifier</c>, null leaves it out (the stored form).</summary>
    public static void Write(Utf8JsonWriter writer, Subtree subtree, string? designName)
    {
        writer.WriteStartObject();
        writer.WriteString("id", subtree.Id);
        writer.WriteString("component", subtree.Type);
        if (designName is not null) writer.WriteString("identifier", $"{designName}.{subtree.Type}");
        if (subtree.Fixed) writer.WriteString("position", "fixed");
        WriteMembers(writer, "content", subtree.Content);
        WriteMembers(writer, "styles", subtree.Styles);
        WriteMembers(writer, "conditions", subtree.Conditions);
        WriteMembers(writer, "data", subtree.Data);
        if (subtree.Containers.Count > 0) WriteContainers(writer, subtree.Containers, designName);
        writer.WriteEndObject();
    }

    /// <summary>Writes root components as a list.</summary>
    public static void WriteAll(Utf8JsonWriter writer, ComponentTree tree, string? designName)
    {
        writer.WriteStartArray();
        foreach (var root in tree.Children(null, null)) Write(writer, tree.Extract(root.Id), designName);
        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">Not a component.</exception>
    public static Subtree Read(JsonElement element)
    {
        var containers = new List<SubtreeContainer>();
        if (element.Find("containers") is { ValueKind: JsonValueKind.Object } found)
        {
            foreach (var container in found.EnumerateObject())
                containers.Add(new(JsonFields.Name(container), [.. JsonFields.ItemsOf(container.Value, container.Name).Select(Read)]));
        }

        return new(
            element.GetText("id"),
            element.GetText("component"),
            element.FindText("position") == "fixed",
            element.Members("content"),
            element.Members("styles"),
            element.Members("conditions"),
            element.Members("data"),
            containers);
    }

    private static void WriteMembers(Utf8JsonWriter writer, string name, ObjectValue members)
    {
        if (members.Count == 0) return;
        writer.WritePropertyName(name);
        ValueJson.Write(writer, members);
    }

    private static void WriteContainers(Utf8JsonWriter writer, IReadOnlyList<SubtreeContainer> containers, string? designName)
    {
        writer.WriteStartObject("containers");
        foreach (var container in containers)
        {
            writer.WriteStartArray(container.Name);
            foreach (var child in container.Children) Write(writer, child, designName);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
