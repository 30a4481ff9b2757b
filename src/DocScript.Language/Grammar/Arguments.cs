using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>One or more components with commas between.</summary>
public sealed record Components(Items<Expression> Elements) : Node;

/// <summary>What filled the holes of a command; equal to others of the command with equal fillings.</summary>
public readonly struct Arguments : IEquatable<Arguments>
{
    // By the place of the hole in the syntax; null where it was left out.
    private readonly Node?[] _fillings;

    internal Arguments(CommandSyntax syntax, Node?[] fillings) => (Syntax, _fillings) = (syntax, fillings);

    /// <summary>The command's syntax.</summary>
    public CommandSyntax Syntax { get; }

    /// <summary>The fillings in the order of the syntax; optional holes left out are missing.</summary>
    public IEnumerable<(Hole Hole, Node Filling)> Fillings => Syntax.Holes.Zip(_fillings).Where(pair => pair.Second is not null)!;

    /// <summary>The fillings alone, null for a hole that was left out.</summary>
    public ReadOnlySpan<Node?> Nodes => _fillings;

    /// <summary>The filling of a hole that must be filled.</summary>
    /// <exception cref="KeyNotFoundException">The hole is optional and was left out.</exception>
    public T Get<T>(Hole<T> hole) where T : Node => Find(hole) ?? throw new KeyNotFoundException($"the hole '{hole.Label}' is not filled");

    /// <summary>The filling of a hole, or null where it was left out.</summary>
    public T? Find<T>(Hole<T> hole) where T : Node => (T?)Find((Hole)hole);

    /// <summary>The filling of any hole, or null where it was left out.</summary>
    public Node? Find(Hole hole)
    {
        var place = Syntax.PlaceOf(hole);
        return place < 0 ? null : _fillings[place];
    }

    /// <inheritdoc/>
    public bool Equals(Arguments other) => ReferenceEquals(Syntax, other.Syntax) && Nodes.SequenceEqual(other.Nodes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Arguments other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Syntax);
        foreach (var filling in Nodes) hash.Add(filling);
        return hash.ToHashCode();
    }
}
