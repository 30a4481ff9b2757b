using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>One or more components with commas between.</summary>
public sealed record Components(Items<Expression> Elements) : Node;

/// <summary>What filled the holes of a command; equal to another with equal fillings.</summary>
public sealed class Arguments : IEquatable<Arguments>
{
    private readonly Hole[] _holes;
    private readonly Node[] _nodes;

    /// <summary>Arguments from fillings in the order of the syntax.</summary>
    public Arguments(params ReadOnlySpan<(Hole Hole, Node Filling)> fillings)
    {
        (_holes, _nodes) = (new Hole[fillings.Length], new Node[fillings.Length]);
        for (var i = 0; i < fillings.Length; i++) (_holes[i], _nodes[i]) = fillings[i];
    }

    /// <summary>Arguments from holes and what fills each, in the order of the syntax.</summary>
    internal Arguments(Hole[] holes, Node[] fillings) => (_holes, _nodes) = (holes, fillings);

    /// <summary>The fillings in the order of the syntax; optional holes left out are missing.</summary>
    public IEnumerable<(Hole Hole, Node Filling)> Fillings => _holes.Zip(_nodes);

    /// <summary>The fillings alone.</summary>
    public ReadOnlySpan<Node> Nodes => _nodes;

    /// <summary>The filling of a hole that must be filled.</summary>
    /// <exception cref="KeyNotFoundException">The hole is optional and was left out.</exception>
    public T Get<T>(Hole<T> hole) where T : Node => Find(hole) ?? throw new KeyNotFoundException($"the hole '{hole.Label}' is not filled");

    /// <summary>The filling of a hole, or null where it was left out.</summary>
    public T? Find<T>(Hole<T> hole) where T : Node => (T?)Find((Hole)hole);

    /// <summary>The filling of any hole, or null where it was left out.</summary>
    public Node? Find(Hole hole)
    {
        var index = Array.IndexOf(_holes, hole);
        return index < 0 ? null : _nodes[index];
    }

    /// <inheritdoc/>
    public bool Equals(Arguments? other) => other is not null && Fillings.SequenceEqual(other.Fillings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Arguments);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var filling in Fillings) hash.Add(filling);
        return hash.ToHashCode();
    }
}
