using DocScript.Documents.Changes;
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

        return null;

        Violation Wrong(string what, Value? given, string? member) => new(RuleSet.ConditionValue, $"condition '{name}' {what}{(given is null ? "" : $", not {given}")}", Help: "for example {gte: \"2026-01-01\", lt: \"2026-02-01\"}")
        {
            Part = EditPart.Value,
            Property = name,
            Member = member,
            Holder = "conditions",
        };
    }

    /// <summary>Sets a condition of a component; null and an object without dates unset it.</summary>
    public static Edit SetCondition(Document document, string component, string name, Value? value, Value? was)
    {
        if (document.Components.Find(component) is not { } found) return ComponentMissing(document, component);
        if (ConditionExists(name) is { } unknown) return unknown with { Component = component };
        var now = found.Conditions.Find(name);
        if (was is not null && Kept(now) != Kept(Stored(was))) return Outdated(ConditionSet.Called(component, name), now, was);
        if (value is not null && ConditionAccepts(name, value) is { } wrong) return wrong with { Component = component };
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
