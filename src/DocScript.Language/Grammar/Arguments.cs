using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>One or more components with commas between.</summary>
public sealed record Components(Items<Expression> Elements) : Node;

/// <summary>What filled the holes of a command; equal to another with equal fillings.</summary>
public sealed class Arguments : IEquatable<Arguments>
{
    private readonly Items<(Hole Hole, Node Filling)> _fillings;

    /// <summary>Arguments from fillings in the order of the syntax.</summary>
    public Arguments(params ReadOnlySpan<(Hole Hole, Node Filling)> fillings) => _fillings = Items.Create(fillings);

    /// <summary>The fillings in the order of the syntax; optional holes left out are missing.</summary>
    public Items<(Hole Hole, Node Filling)> Fillings => _fillings;

    /// <summary>The filling of a hole that must be filled.</summary>
    /// <exception cref="KeyNotFoundException">The hole is optional and was left out.</exception>
    public T Get<T>(Hole<T> hole) where T : Node => Find(hole) ?? throw new KeyNotFoundException($"the hole '{hole.Label}' is not filled");

    /// <summary>The filling of a hole, or null where it was left out.</summary>
    public T? Find<T>(Hole<T> hole) where T : Node => (T?)Find((Hole)hole);

    /// <summary>The filling of any hole, or null where it was left out.</summary>
    public Node? Find(Hole hole)
    {
        foreach (var (candidate, filling) in _fillings.Span)
            if (ReferenceEquals(candidate, hole))
                return filling;
        return null;
    }

    /// <inheritdoc/>
    public bool Equals(Arguments? other) => other is not null && _fillings.Equals(other._fillings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => _fillings.GetHashCode();
}
