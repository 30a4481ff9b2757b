using DocScript.Language.Text;

namespace DocScript.Language.Tree;

/// <summary>A node of the tree. Two nodes are equal when they say the same, wherever they stand: spans don't count.</summary>
public abstract record Node
{
    private Span _span;

    /// <summary>Where the node stands in its source; <c>default</c> for a node made by program.</summary>
    public Span Span { get => _span; init => _span = value; }

    /// <inheritdoc/>
    public virtual bool Equals(Node? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Says where a node stands that the parser has just made.</summary>
    internal void StandsAt(int start, int end) => _span = Span.Between(start, end);
}
