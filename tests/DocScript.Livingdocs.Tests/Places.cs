using System.Text.Json.Nodes;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Livingdocs.Tests;

/// <summary>Places in our words, and as the framework's positions: a parent and container always, and the ids of siblings.</summary>
internal static class Places
{
    public static string Script(ComponentPlace place) => place switch
    {
        AtRoot { First: true } => "at start",
        AtRoot => "at end",
        InContainer inside => $"{(inside.First ? "first" : "last")} in {Container(inside.Parent, inside.Container)}",
        BesideSibling { After: { } after, Before: { } before } beside => $"between {Text(after)} and {Text(before)}{In(beside)}",
        BesideSibling { After: { } after } beside => $"after {Text(after)}{In(beside)}",
        BesideSibling beside => $"before {Text(beside.Before!)}{In(beside)}",
        _ => throw new InvalidOperationException($"no words for {place}"),
    };

    /// <summary>As <c>insertComponent</c> of the command API says it: without siblings the place is a container alone (ruling 6).</summary>
    public static JsonObject Insert(Document before, ComponentPlace place) => place switch
    {
        AtRoot root => root.First ? Position(null, null, "top", null) : Position(null, null, null, null),
        InContainer inside => Position(inside.Parent, inside.Container ?? Only(before, inside.Parent), inside.First ? "top" : null, null),
        BesideSibling beside => Beside(before, beside, beside.After, beside.Before),
        _ => throw new InvalidOperationException($"no position for {place}"),
    };

    /// <summary>As <c>moveComponent</c> of the framework wants it: both neighbours, or an end.</summary>
    public static JsonObject Move(Document before, ComponentPlace place) => place switch
    {
        AtRoot root => Position(null, null, root.First ? "top" : null, root.First ? null : "bottom"),
        InContainer inside => Position(inside.Parent, inside.Container ?? Only(before, inside.Parent), inside.First ? "top" : null, inside.First ? null : "bottom"),
        BesideSibling beside => Beside(
            before,
            beside,
            beside.After ?? before.Components.Find(beside.Before!)?.Previous,
            beside.Before ?? before.Components.Find(beside.After!)?.Next),
        _ => throw new InvalidOperationException($"no position for {place}"),
    };

    private static JsonObject Beside(Document before, BesideSibling beside, string? previous, string? next)
    {
        var sibling = before.Components.Find(beside.After ?? beside.Before!);
        var (parent, container) = beside.Parent is { } given ? (given, beside.Container ?? Only(before, given)) : (sibling?.Parent, sibling?.Container);
        return Position(parent, container, previous, next);
    }

    private static JsonObject Position(string? parent, string? container, string? previous, string? next)
    {
        var position = new JsonObject { ["parentId"] = parent ?? "root" };
        if (container is not null) position["parentContainerName"] = container;
        if (previous is not null) position["previousId"] = previous;
        if (next is not null) position["nextId"] = next;
        return position;
    }

    private static string? Only(Document before, string parent) => before.Components.Find(parent)?.Containers is [var only] ? only.Name : null;

    private static string In(BesideSibling beside) => beside.Parent is { } parent ? $" in {Container(parent, beside.Container)}" : "";

    private static string Container(string parent, string? container) => container is null ? Text(parent) : $"{Text(parent)}.{container}";

    private static string Text(string text) => ValueLiteral.Quoted(text);
}
