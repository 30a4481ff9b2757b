namespace DocScript.Language.Tree;

/// <summary>A name where the language expects one; quotes make any text a name.</summary>
public sealed record Name(string Text) : Node;

/// <summary>A dotted path of names, as of a metadata property.</summary>
public sealed record Path(Items<Name> Names) : Node
{
    /// <inheritdoc/>
    public override string ToString() => string.Join('.', Names.Select(name => name.Text));
}

/// <summary>A component, or with <paramref name="Member"/> one of its directives: <c>doc-1</c>, <c>doc-1.headline</c>, <c>p.content.id</c>.</summary>
public sealed record Target(Expression Component, Name? Member) : Node
{
    /// <summary>The path as it is written, its member not told apart.</summary>
    public Expression Whole => Member is null ? Component : new MemberExpression(Component, Member) { Span = Span };
}

/// <summary>Where a component goes.</summary>
public abstract record Place : Node;

/// <summary><c>at start</c> or <c>at end</c> of the document.</summary>
public sealed record RootPlace(bool AtStart) : Place;

/// <summary><c>first in p[.c]</c> or <c>last in p[.c]</c>; without a container the component's only one.</summary>
public sealed record ContainerPlace(bool First, Target Container) : Place;

/// <summary><c>after x</c>, <c>before x</c> (one of the two is null), or <c>between x and y</c>, each with <c>in p.c</c> as a check.</summary>
public sealed record SiblingPlace(Expression? After, Expression? Before, Target? In) : Place;
