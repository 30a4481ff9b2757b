namespace DocScript.Engine.Checking;

/// <summary>What is known of a variable: the component type of one that is a component of a known one, whether it is a document, whether it is text that nobody wrote as markup.</summary>
internal readonly record struct Variable(string? ComponentType = null, bool IsDocument = false, bool IsPlainText = false);

/// <summary>The variables visible at a statement.</summary>
internal sealed class CheckScope(CheckScope? outer)
{
    private readonly Dictionary<string, DeclaredVariable> _variables = new(StringComparer.Ordinal);

    public CheckScope? Outer { get; } = outer;

    public bool Has(string name) => Find(name) is not null;

    public string? ComponentType(string name) => Find(name)?.Known.ComponentType;

    public bool IsDocument(string name) => Find(name)?.Known.IsDocument == true;

    public bool IsPlainText(string name) => Find(name)?.Known.IsPlainText == true;

    public void Declare(DeclaredVariable variable) => _variables[variable.Name.Text] = variable;

    /// <summary>The visible variable of a name, or null.</summary>
    public DeclaredVariable? Find(string name) => _variables.TryGetValue(name, out var found) ? found : Outer?.Find(name);
}
