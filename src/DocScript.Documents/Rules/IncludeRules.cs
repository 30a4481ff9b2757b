using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>
/// Rules for includes (contracts/livingdocs.md 2.5): one of the directive's services, its params as the design describes them, and overrides of them.
/// Params are described by a <c>paramsSchema</c> of the directive, of its service in <c>services</c>, or of the service in the design's <c>includeServices</c>
/// (<see cref="ParamsSchema"/>); a param that is not described and has a default is of its kind.
/// </summary>
public static partial class Rules
{
    private const string IncludeHelp = "'docscript design show --json' has the params that it takes";

    private static readonly string[] IncludeMembers = ["service", "params", "overrides"];

    private static Violation? IncludeAccepts(Design design, DirectiveDefinition include, string componentType, ObjectValue value)
    {
        if (OnlyMembers(include, componentType, value, IncludeMembers) is { } unknown) return unknown;
        var services = ParamsSchema.Services(include);
        var service = Given("service") ?? (services is [var first, ..] ? new TextValue(first) : null);
        if (service is not null and not TextValue) return WrongMember(RuleSet.IncludeService, include, componentType, "service", $"must be text, not {service}") with { Help = Known("it takes", services) ?? Quotes };
        if (service is TextValue { Text: var name } && services.Count > 0 && !services.Contains(name, StringComparer.Ordinal))
            return WrongMember(RuleSet.IncludeService, include, componentType, "service", $"can't be '{name}'") with { Help = Known("it takes", services), Name = name, Candidates = services };
        if (Given("overrides") is { } overrides)
        {
            if (Given("params") is null) return WrongMember(RuleSet.IncludeOverrides, include, componentType, "overrides", "needs 'params'") with { Help = "give the params that they override" };
            if (!Designs.Shape.ListOf(Designs.Shape.Open(("id!", Designs.Shape.Id), ("content", Designs.Shape.AnyObject)))(overrides))
                return WrongMember(RuleSet.IncludeOverrides, include, componentType, "overrides", $"must be a list of objects {{id, content}}, not {overrides}") with { Help = "write it as [{id: \"42\", content: {title: \"New\"}}]" };
        }

        if (Given("params") is not { } parameters) return null;
        if (parameters is not ObjectValue members) return WrongMember(RuleSet.IncludeParams, include, componentType, "params", $"must be an object, not {parameters}") with { Help = IncludeHelp };
        var wrong = ParamsSchema.Of(design, include, (service as TextValue)?.Text).Judge(members);
        return wrong.Count == 0 ? null : WrongMember(RuleSet.IncludeParams, include, componentType, "params", $"can't be this: {string.Join("; ", wrong)}") with { Help = IncludeHelp };

        Value? Given(string member) => value.Find(member) is { } found and not NullValue ? found : null;
    }

    // A directive with services of its own means the first of them where none is named.
    private static ObjectValue WithService(DirectiveDefinition include, ObjectValue value) =>
        value.Find("service") is null or NullValue && ParamsSchema.Services(include) is [var first, ..] ? ObjectValue.Of([new("service", new TextValue(first)), .. value.Without("service").Entries]) : value;
}
