using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>
/// Rules for the conditions under which readers see a component (contracts/livingdocs.md 2.5 and 2.6). <c>dateTime</c> is an object of two dates, each of
/// which may be missing: from <c>gte</c> on, before <c>lt</c>; one without either is none. <c>brands</c> is a list of names and comes by import only.
/// </summary>
public static partial class Rules
{
    private const string DateTimeCondition = "dateTime";

    private static readonly string[] Bounds = ["gte", "lt"];

    /// <summary>A command can set a condition of this name.</summary>
    public static Violation? ConditionExists(string name) => name == DateTimeCondition
        ? null
        : new(RuleSet.ConditionName, name == "brands" ? "the condition 'brands' comes by import only" : $"there is no condition '{name}'", Help: $"the condition that can be set is {DateTimeCondition}")
        {
            Part = EditPart.Property,
            Property = name,
            Name = name,
            Candidates = [DateTimeCondition],
            Holder = "conditions",
        };

    /// <summary>The value can be stored as a condition; null unsets it.</summary>
    public static Violation? ConditionAccepts(string name, Value value)
    {
        if (value is NullValue) return null;
        if (Storable(value, $"condition '{name}'") is { } half) return half with { Property = name };
        var stored = Stored(value);
        if (name == "brands" && !Designs.Shape.ListOf(Designs.Shape.Text)(stored)) return Wrong("must be a list of texts", value, null);
        if (name != DateTimeCondition) return null;
        if (stored is not ObjectValue members) return Wrong("must be an object {gte: …, lt: …}", value, null);
        foreach (var (bound, date) in members.Entries)
        {
            if (!Bounds.Contains(bound, StringComparer.Ordinal)) return Wrong($"has no member '{bound}'", null, bound) with { Help = "it has: gte, lt", Name = bound, Candidates = Bounds };
            if (date is not NullValue && !Designs.Shape.Date(date)) return Wrong($"must have a date (ISO 8601) as '{bound}'", date, bound);
        }

        return Bound("gte") is { } from && Bound("lt") is { } end && end <= from
            ? Wrong("can never hold: 'lt' is not after 'gte'", null, "lt") with { StaysInStore = true }
            : null;

        DateTimeOffset? Bound(string bound) => members.Find(bound) is TextValue date && DateValue.TryParse(date.Text, out var parsed) ? parsed.Instant : null;

        Violation Wrong(string what, Value? given, string? member) => new(RuleSet.ConditionValue, $"condition '{name}' {what}{(given is null ? "" : $", not {given}")}", Help: "for example {gte: \"2026-01-01\", lt: \"2026-02-01\"}")
        {
            Part = EditPart.Value,
            Property = name,
            Member = member,
            Holder = "conditions",
        };
    }

    /// <summary>
    /// The content type lets a component of this type have the condition (<see cref="ContentType.Conditions"/>); where one of the types is not known, or the content type lists none for it, it may.
    /// </summary>
    public static Violation? ConditionAllowed(Design design, string? contentType, string? componentType, string name) =>
        contentType is not null && componentType is not null && design.ContentTypes.GetValueOrDefault(contentType)?.Conditions.Find(componentType) is ListValue allowed && !allowed.Items.Contains(new TextValue(name))
            ? new(RuleSet.ConditionAllowed, $"content type '{contentType}' does not allow the condition '{name}' on components of type '{componentType}'", Help: Known("it allows", allowed.Items.Select(item => ((TextValue)item).Text)))
            {
                Part = EditPart.Property,
                Property = name,
                Holder = "conditions",
            }
            : null;

    /// <summary>Sets a condition of a component; null and an object without dates unset it.</summary>
    public static Edit SetCondition(Design design, Document document, string component, string name, Value? value, Value? was)
    {
        if (document.Components.Find(component) is not { } found) return ComponentMissing(document, component);
        if (ConditionExists(name) is { } unknown) return unknown with { Component = component };
        var now = found.Conditions.Find(name);
        if (was is not null && Kept(now) != Kept(Stored(was))) return Outdated(ConditionSet.Called(component, name), now, was);
        if (value is not null && ConditionAccepts(name, value) is { } wrong) return wrong with { Component = component };
        if (value is not null and not NullValue && ConditionAllowed(design, document.Header.ContentType, found.Type, name) is { } forbidden) return forbidden with { Component = component };
        var stored = value is null ? null : Kept(Stored(value));
        return stored == now || (stored is null && Kept(now) is null) ? Edit.None : new ConditionSet(component, name, now, stored);
    }

    private static Value? Kept(Value? condition) => condition switch
    {
        ObjectValue dates => ObjectValue.Of(dates.Entries.Where(date => date.Value is not NullValue)) is { Count: > 0 } kept ? kept : null,
        NullValue => null,
        _ => condition,
    };
}
