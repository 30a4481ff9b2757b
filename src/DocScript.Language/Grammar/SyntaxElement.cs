using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>A piece of a command's declared syntax; a string stands for a literal word or symbol.</summary>
public abstract record SyntaxElement
{
    /// <summary>A literal word (<c>set</c>, <c>was</c>) or the symbol <c>=</c>.</summary>
    public static implicit operator SyntaxElement(string word) => new Word(word);
}

/// <summary>A literal word, or the symbol <c>=</c>.</summary>
public sealed record Word(string Text) : SyntaxElement;

/// <summary>A part that may be left out.</summary>
public sealed record OptionalPart(Items<SyntaxElement> Elements) : SyntaxElement;

/// <summary>What a hole takes.</summary>
public enum HoleKind
{
    /// <summary>A name (<see cref="Tree.Name"/>): a component type, a property, an id; quotes make any text a name.</summary>
    Name,

    /// <summary>One of a few fixed names (<see cref="Tree.Name"/>), such as a kind of directive.</summary>
    Choice,

    /// <summary>A dotted path (<see cref="Tree.Path"/>).</summary>
    Path,

    /// <summary>An expression: full after <c>=</c> and at the end, else a primary.</summary>
    Value,

    /// <summary>A component or one of its directives (<see cref="Tree.Target"/>).</summary>
    Target,

    /// <summary>One or more components with commas between (<see cref="Components"/>).</summary>
    Components,

    /// <summary>A place in the component tree (<see cref="Tree.Place"/>).</summary>
    Place,

    /// <summary>A block of statements (<see cref="Tree.Block"/>).</summary>
    Block,
}

/// <summary>A typed gap in a command's syntax, filled by the parser. Holes are compared by reference.</summary>
public abstract record Hole(string Label, HoleKind Kind, Items<string> Choices) : SyntaxElement
{
    /// <inheritdoc/>
    public virtual bool Equals(Hole? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>A hole for a name; the label says in help and errors what the name is of.</summary>
    public static Hole<Name> Name(string label) => new(label, HoleKind.Name);

    /// <summary>A hole for one of a few names.</summary>
    public static Hole<Name> Choice(string label, params string[] choices) => new(label, HoleKind.Choice, Items.Create<string>(choices));

    /// <summary>A hole for a dotted path.</summary>
    public static Hole<Tree.Path> Path(string label) => new(label, HoleKind.Path);

    /// <summary>A hole for an expression.</summary>
    public static Hole<Expression> Value(string label) => new(label, HoleKind.Value);

    /// <summary>A hole for a component or one of its directives.</summary>
    public static Hole<Target> Target(string label) => new(label, HoleKind.Target);

    /// <summary>A hole for one or more components.</summary>
    public static Hole<Components> Components(string label) => new(label, HoleKind.Components);

    /// <summary>A hole for a place.</summary>
    public static Hole<Place> Place(string label) => new(label, HoleKind.Place);

    /// <summary>A hole for a block.</summary>
    public static Hole<Block> Block(string label) => new(label, HoleKind.Block);
}

/// <summary>A hole whose filling is a <typeparamref name="T"/>.</summary>
public sealed record Hole<T>(string Label, HoleKind Kind, Items<string> Choices) : Hole(Label, Kind, Choices)
    where T : Node
{
    internal Hole(string label, HoleKind kind) : this(label, kind, Items<string>.Empty) { }

    /// <inheritdoc/>
    public bool Equals(Hole<T>? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
