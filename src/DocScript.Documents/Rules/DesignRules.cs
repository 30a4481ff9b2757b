using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for a design itself: it has what it names.</summary>
public static partial class Rules
{
    /// <summary>What is wrong with a design, in its order; what it names and does not have is an error, what comes to nothing a warning.</summary>
    public static IEnumerable<DesignProblem> JudgeDesign(Design design) =>
    [
        .. design.Components.Values.SelectMany(component => NamedBy(design, component)),
        .. Undeclared(design),
        .. design.ContentTypes.Values.SelectMany(type => NamedBy(design, type)),
        .. NamedByTheWhole(design),
    ];

    private static IEnumerable<DesignProblem> NamedBy(Design design, ComponentDefinition component)
    {
        string[] at = ["components", component.Name];
        var what = $"component '{component.Name}'";
        var parents = (component.AllowedParents ?? []).Where(name => name != ComponentDefinition.Root);
        foreach (var problem in Components(design, parents, what + " allows the parent", [.. at, "allowedParents"])) yield return problem;
        foreach (var container in component.Containers.Values)
        {
            string[] inside = [.. at, "directives", container.Name];
            var where = $"container '{container.Name}' of {what}";
            foreach (var problem in Components(design, container.AllowedChildren ?? [], where + " allows", [.. inside, "allowedChildren"])) yield return problem;
            foreach (var problem in DefaultContent(design, container.Configuration, where, inside)) yield return problem;
        }

        foreach (var problem in Styles(design, component.Properties, what, [.. at, "properties"])) yield return problem;
        foreach (var directive in component.Directives.Values.Where(directive => directive.Kind == DirectiveKind.Style))
            foreach (var problem in Styles(design, Offered(directive) ?? [], $"directive '{directive.Name}' of {what}", [.. at, "directives", directive.Name, "properties"])) yield return problem;
    }

    private static IEnumerable<DesignProblem> Undeclared(Design design)
    {
        foreach (var (name, entry) in SourceEntries.Named(design.Source.Find("components")))
        {
            if (!design.Components.TryGetValue(name, out var component)) continue;
            string[] declared = [.. component.Directives.Keys, .. component.Containers.Keys];
            foreach (var directive in SourceEntries.Named(entry.Find("directives")).Select(configured => configured.Name).Except(declared, StringComparer.Ordinal))
            {
                var message = $"component '{name}' configures directive '{directive}', which its template does not declare";
                yield return Names(RuleSet.DesignDirectiveDeclared, message, directive, declared, ["components", name, "directives", directive]) with { IsWarning = true };
            }
        }
    }

    private static IEnumerable<DesignProblem> NamedBy(Design design, ContentType type)
    {
        string[] at = ["contentTypes", type.Handle];
        var what = $"content type '{type.Handle}'";
        foreach (var problem in Components(design, type.Components ?? [], what + " takes", [.. at, "components"])) yield return problem;
        foreach (var problem in DefaultContent(design, type.Configuration, what, at)) yield return problem;
        foreach (var problem in Groups(design, type.Configuration, what, at)) yield return problem;
        foreach (var group in SourceEntries.Named(type.Configuration.Find("metadataGroups")))
            foreach (var name in SourceEntries.Named(group.Entry.Find("properties")).Select(entry => entry.Name))
                if (Metadata(type, name, $"metadata group '{group.Name}' of {what} names", [.. at, "metadataGroups", group.Name, "properties", name]) is { } problem) yield return problem;
        foreach (var property in type.Metadata.Values)
        {
            string[] inside = [.. at, "metadata", property.Name];
            if (!MetadataPlugins.All.ContainsKey(property.Plugin.Name) && !property.Plugin.IsSystem)
                yield return Names(RuleSet.DesignMetadataKind, $"metadata property '{property.Name}' of {what} is of the unknown kind '{property.Plugin.Name}', which takes any value", property.Plugin.Name, MetadataPlugins.All.Keys, [.. inside, "type"]) with { IsWarning = true };
            string[] setting = new PropertyConfiguration(property.Configuration).IsUnderConfig("contentType") ? ["config", "contentType"] : ["contentType"];
            foreach (var handle in property.Demands.References?.ContentTypes ?? [])
                if (!design.ContentTypes.ContainsKey(handle))
                    yield return Names(RuleSet.DesignNamesContentTypes, $"metadata property '{property.Name}' of {what} refers to content type '{handle}', which the design does not have", handle, design.ContentTypes.Keys, [.. inside, .. setting, handle]);
        }
    }

    private static IEnumerable<DesignProblem> NamedByTheWhole(Design design)
    {
        foreach (var problem in Groups(design, design.Source, "the design", [])) yield return problem;
        foreach (var (role, value) in (design.Source.Find("defaultComponents") as ObjectValue)?.Entries ?? [])
            foreach (var problem in Components(design, SourceEntries.Texts(value), $"the design's default for {role} is", ["defaultComponents", role], listed: false)) yield return problem;
        foreach (var layout in SourceEntries.Named(design.Source.Find("layouts")))
        {
            string[] at = ["layouts", layout.Name];
            foreach (var problem in Groups(design, layout.Entry, $"layout '{layout.Name}'", at)) yield return problem;
            foreach (var problem in DefaultContent(design, layout.Entry, $"layout '{layout.Name}'", at)) yield return problem;
        }
    }

    private static IEnumerable<DesignProblem> Groups(Design design, ObjectValue holder, string what, string[] at) =>
        from field in new[] { "componentGroups", "groups" }
        from @group in SourceEntries.Named(holder.Find(field))
        from problem in Components(design, SourceEntries.Named(@group.Entry.Find("components")).Select(entry => entry.Name), $"component group '{@group.Name}' of {what} has", [.. at, field, @group.Name, "components"])
        select problem;

    private static IEnumerable<DesignProblem> DefaultContent(Design design, ObjectValue holder, string what, string[] at) =>
        Components(design, SourceEntries.ComponentsOf(holder.Find("defaultContent")), $"the default content of {what} has", [.. at, "defaultContent"]);

    private static IEnumerable<DesignProblem> Components(Design design, IEnumerable<string> names, string what, string[] at, bool listed = true) => names
        .Where(name => !design.Components.ContainsKey(name))
        .Select(name => Names(RuleSet.DesignNamesComponents, $"{what} '{name}', and the design has no such component", name, design.Components.Keys, listed ? [.. at, name] : [.. at]));

    private static IEnumerable<DesignProblem> Styles(Design design, IEnumerable<string> names, string what, string[] at) => names
        .Where(name => !design.ComponentProperties.ContainsKey(name))
        .Select(name => Names(RuleSet.DesignNamesStyles, $"{what} offers the style '{name}', and the design has no such component property", name, design.ComponentProperties.Keys, [.. at, name]));

    private static DesignProblem? Metadata(ContentType type, string name, string what, ImmutableArray<string> at) => type.Metadata.ContainsKey(name)
        ? null
        : Names(RuleSet.DesignNamesMetadata, $"{what} '{name}', which it does not have", name, type.Metadata.Keys, at);

    private static DesignProblem Names(Rule rule, string message, string name, IEnumerable<string> candidates, ImmutableArray<string> at) =>
        new(new Violation(rule, message) { Name = name, Candidates = candidates }, at);
}
