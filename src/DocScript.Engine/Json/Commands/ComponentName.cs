using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>A component's id as a script names the component: bare in the form of a generated id, which nobody gives to a variable, else in quotes, which make it an id whatever else it may be.</summary>
internal static class ComponentName
{
    /// <summary>What holds a component's directives, and what its containers.</summary>
    public const string Content = "content", Containers = "containers";

    private const string Parent = "parent";

    public static Expression Of(string id) =>
        id.StartsWith("doc-", StringComparison.Ordinal) && Names.IsBare(id) ? new NameExpression(id) : new ComponentIdExpression(id);

    /// <summary>A directive or container of a component. One of the name <c>parent</c> would be taken for the component's parent, so that <paramref name="holder"/> is named too.</summary>
    public static Target Of(string id, string member, string holder) =>
        new(member == Parent ? new MemberExpression(Of(id), new Name(holder)) : Of(id), new Name(member));

    /// <summary>What a target is where it can only be a component.</summary>
    public static (Expression Component, Name? Member) Alone(Target target) => (target.Whole, null);

    /// <summary>What a target is where it is a directive; what holds the directive need not be named.</summary>
    public static (Expression Component, Name? Member) Directive(Target target) =>
        (target is { Member: not null, Component: MemberExpression { Member.Text: Content or Containers } holder } ? holder.Of : target.Component, target.Member);

    /// <summary>What a target is where it can be a component or a part of one: its parent is a component.</summary>
    public static (Expression Component, Name? Member) Either(Target target) =>
        target is { Member.Text: Parent, Component: not MemberExpression { Member.Text: Content or Containers } } ? Alone(target) : Directive(target);
}
