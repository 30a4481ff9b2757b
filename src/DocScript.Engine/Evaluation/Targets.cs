using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Tree;

namespace DocScript.Engine.Evaluation;

/// <summary>Resolves what commands point at: components, their members, places.</summary>
internal sealed class Targets(Evaluator evaluator)
{
    /// <summary>A component with the directive or container named of it; <c>p.content.id</c> and <c>p.containers.id</c> name those that a property hides.</summary>
    public (ComponentReference Component, string? Member) Resolve(Target target)
    {
        if (target.Member is not null
            && target.Component is MemberExpression { Member.Text: "content" or "containers" } member
            && evaluator.Evaluate(member.Of) is ComponentReference hidden)
            return (hidden, target.Member.Text);
        return (evaluator.ComponentOf(target.Component), target.Member?.Text);
    }

    /// <summary>Where a component is to go, and in which document.</summary>
    public (long Document, ComponentPlace Place) Resolve(Place place)
    {
        switch (place)
        {
            case RootPlace root:
                return (evaluator.State.Current(place.Span).Id, new AtRoot(root.AtStart));
            case ContainerPlace { Container: var container, First: var first }:
                var (parent, name) = Container(container);
                return (parent.Document, new InContainer(parent.Id, name, first));
            case SiblingPlace sibling:
                var after = sibling.After is null ? null : evaluator.ComponentOf(sibling.After);
                var before = sibling.Before is null ? null : evaluator.ComponentOf(sibling.Before);
                var inside = sibling.In is null ? default : Container(sibling.In);
                var document = (after ?? before)!.Document;
                if ((before ?? after)!.Document != document || (inside.Parent is { } p && p.Document != document))
                    throw new ScriptFault(EngineCodes.WrongKind, "the components of a place must be in one document", place.Span);
                return (document, new BesideSibling(after?.Id, before?.Id, inside.Parent?.Id, inside.Name));
            default:
                throw new InvalidOperationException($"no place {place.GetType().Name}");
        }
    }

    // 'last in p.parent' names the parent, not a container of it.
    private (ComponentReference Parent, string? Name) Container(Target target)
    {
        if (target.Member is { Text: "parent" } member && evaluator.Member(evaluator.Evaluate(target.Component), member) is ComponentReference parent)
            return (parent, null);
        return Resolve(target);
    }
}
