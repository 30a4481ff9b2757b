using System.Text.Json;
using System.Text.Json.Nodes;
using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Livingdocs.Tests;

/// <summary>One command, what we made of it, and what the framework did.</summary>
internal sealed record Encounter(TreeCommand Command, Design Design, Document Before, Document After, Value Exported, Diagnostic? Refusal)
{
    /// <summary>Why the framework did not do it; empty where it did.</summary>
    public IReadOnlyList<string> TheirRefusals { get; init; } = [];

    /// <summary>The rules that the framework reported as violated while it did it all the same.</summary>
    public IReadOnlyList<string> Violated { get; init; } = [];

    /// <summary>What the framework said on its console: values that it dropped.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>Their document before.</summary>
    public Value TheirBefore { get; init; } = Value.Null;

    /// <summary>Their document after.</summary>
    public Value Made { get; init; } = Value.Null;

    /// <summary>Our document after, read and written by the framework.</summary>
    public Value Read { get; init; } = Value.Null;

    public bool WeRefused => Refusal is not null;

    public bool TheyRefused => TheirRefusals.Count > 0;

    public bool TheyChangedNothing => Made == TheirBefore;

    /// <summary>Whether we refused it because of a rule, whether at check or in a run.</summary>
    public bool WeRefusedBy(params ReadOnlySpan<Rule> rules)
    {
        foreach (var rule in rules)
            if (Refusal is { } refusal && RulePhases.Of(rule).Any(phase => refusal.Code.Id == RuleCodes.Of(rule, phase).Id))
                return true;
        return false;
    }

    public bool TheyRefusedWith(string text) => TheirRefusals.Any(refusal => refusal.Contains(text, StringComparison.Ordinal));

    /// <summary>The kind of a directive of a component, before or after.</summary>
    public DirectiveDefinition? Directive(StoredPart part)
    {
        var type = (After.Components.Find(part.Component) ?? Before.Components.Find(part.Component))?.Type ?? (Command as InsertCommand)?.Type;
        return type is not null && part.Name.StartsWith("content.", StringComparison.Ordinal) && Design.Components.TryGetValue(type, out var definition)
            ? definition.Directives.GetValueOrDefault(part.Name["content.".Length..])
            : null;
    }

    /// <summary>The container that the framework was told: the type of its parent and its name, both null for the root; null where there is none.</summary>
    public (string? Parent, string? Name, int Count)? Into
    {
        get
        {
            if (Command.ToFramework(Before)["position"] is not JsonObject position) return null;
            var (parent, name) = ((string?)position["parentId"] is "root" or null ? null : (string?)position["parentId"], (string?)position["parentContainerName"]);
            return Before.Components.FindContainer(parent, name) is { } container ? (parent is null ? null : Before.Components.Find(parent)?.Type, name, container.Count) : null;
        }
    }

    /// <summary>What the framework answered.</summary>
    public Encounter With(JsonElement answer, Value theirBefore)
    {
        var read = ValueJson.Read(answer.GetProperty("read"));
        return this with
        {
            TheirRefusals = Texts(answer.GetProperty("refused")),
            Violated = Texts(answer.GetProperty("violated")),
            Dropped = Texts(answer.GetProperty("dropped")),
            TheirBefore = theirBefore,
            Made = answer.TryGetProperty("made", out var made) ? ValueJson.Read(made) : read,
            Read = read,
        };
    }

    public override string ToString() => $"""
        {Command.Script}
          we:   {(Refusal is { } refusal ? $"{refusal.Code.Id} {refusal.Message}" : "did it")}
          they: {(TheyRefused ? string.Join("; ", TheirRefusals) : "did it")}{string.Concat(Violated.Select(rule => $" (violates {rule})"))}{string.Concat(Dropped.Select(what => $" ({what})"))}
          told: {Command.ToFramework(Before).ToJsonString()}
        """;

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
