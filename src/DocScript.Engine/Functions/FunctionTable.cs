namespace DocScript.Engine.Functions;

/// <summary>The functions that the expressions of a script can call.</summary>
public sealed class FunctionTable
{
    private readonly Dictionary<string, Function> _byName;

    private FunctionTable(IReadOnlyList<Function> all)
    {
        All = all;
        _byName = all.ToDictionary(function => function.Name, StringComparer.Ordinal);
    }

    /// <summary>The built-in functions.</summary>
    public static FunctionTable BuiltIn { get; } = new([.. TextFunctions.All, .. ListFunctions.All, .. NumberFunctions.All, .. DocumentFunctions.All]);

    /// <summary>All, in the order of help.</summary>
    public IReadOnlyList<Function> All { get; }

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>The function with a name, or null.</summary>
    public Function? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The same with more functions.</summary>
    /// <exception cref="ArgumentException">Two have one name.</exception>
    public FunctionTable With(IEnumerable<Function> functions) => new([.. All, .. functions]);
}
