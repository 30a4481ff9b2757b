using DocScript.Documents.Values;

namespace DocScript.Engine.Execution;

/// <summary>The variables of a block, on top of those around it.</summary>
internal sealed class Scope(Scope? outer)
{
    // Most blocks declare nothing.
    private Dictionary<string, Value>? _values;

    public Scope? Outer { get; } = outer;

    public Value? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._values is { } values && values.TryGetValue(name, out var value))
                return value;
        return null;
    }

    /// <summary>Assigns the visible variable of this name, or makes one here.</summary>
    public void Assign(string name, Value value)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._values is { } values && values.ContainsKey(name))
            {
                values[name] = value;
                return;
            }

        Declare(name, value);
    }

    /// <summary>Makes a variable here.</summary>
    public void Declare(string name, Value value) => (_values ??= new(StringComparer.Ordinal))[name] = value;

    public IEnumerable<string> Names => (_values?.Keys ?? Enumerable.Empty<string>()).Concat(Outer?.Names ?? []);
}
