using DocScript.Documents.Values;
using DocScript.Hooks.Values;

namespace DocScript.Hooks.Contract;

/// <summary>The named arguments that the caller sent along with a command, beside those that it is written with.</summary>
public sealed class NamedArguments
{
    private readonly ObjectValue _values;

    internal NamedArguments(ObjectValue values) => _values = values;

    /// <summary>An argument; null where it was not sent.</summary>
    public object? this[string name] => _values.Find(name) is { } value ? ClrValues.FromValue(value) : null;

    /// <summary>The names that were sent.</summary>
    public IReadOnlyList<string> Names => [.. _values.Entries.Select(entry => entry.Key)];
}
