namespace DocScript.Engine.Checking;

/// <summary>The variables visible at a statement, with the component type of those that are components of a known one.</summary>
internal sealed class CheckScope(CheckScope? outer)
{
    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);

    public CheckScope? Outer { get; } = outer;

    public bool Has(string name) => _variables.ContainsKey(name) || Outer?.Has(name) == true;

    public string? ComponentType(string name) => _variables.TryGetValue(name, out var type) ? type : Outer?.ComponentType(name);

    public void Declare(string name, string? componentType = null) => _variables[name] = componentType;
}
