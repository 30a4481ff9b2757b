namespace DocScript.Engine.Checking;

/// <summary>What is known of a variable: the component type of one that is a component of a known one, whether it is a document, whether it is text that nobody wrote as markup.</summary>
internal readonly record struct Variable(string? ComponentType = null, bool IsDocument = false, bool IsPlainText = false);

/// <summary>The variables visible at a statement.</summary>
internal sealed class CheckScope(CheckScope? outer)
{
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);

    public CheckScope? Outer { get; } = outer;

    public bool Has(string name) => _variables.ContainsKey(name) || Outer?.Has(name) == true;

    public string? ComponentType(string name) => Find(name).ComponentType;

    public bool IsDocument(string name) => Find(name).IsDocument;

    public bool IsPlainText(string name) => Find(name).IsPlainText;

    public void Declare(string name, Variable variable = default) => _variables[name] = variable;

    /// <summary>What <c>let</c> does: a visible variable gets another value, else there is a new one.</summary>
    public void Assign(string name, bool isPlainText)
    {
        if (_variables.TryGetValue(name, out var known)) _variables[name] = known with { IsPlainText = known.IsPlainText || isPlainText };
        else if (Outer?.Has(name) == true) Outer.Assign(name, isPlainText);
        else Declare(name, new Variable(IsPlainText: isPlainText));
    }

    private Variable Find(string name) => _variables.TryGetValue(name, out var found) ? found : Outer?.Find(name) ?? default;
}
