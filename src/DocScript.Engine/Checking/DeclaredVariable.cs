using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>A variable where it was declared, and what is known of it so far.</summary>
internal sealed class DeclaredVariable(Name name, Declaration declaration, Variable known)
{
    public Name Name { get; } = name;

    public Declaration Declaration { get; } = declaration;

    public Variable Known { get; private set; } = known;

    /// <summary>Whether an expression reads it.</summary>
    public bool IsRead { get; set; }

    /// <summary>What <c>let</c> does with a variable that is visible already.</summary>
    public void Assign(bool isPlainText) => Known = Known with { IsPlainText = Known.IsPlainText || isPlainText };
}

/// <summary>What declares a variable.</summary>
internal enum Declaration
{
    /// <summary><c>let x</c></summary>
    Let,

    /// <summary><c>param x</c></summary>
    Parameter,

    /// <summary><c>as x</c> of a loop over documents or components, which can be left out.</summary>
    As,

    /// <summary><c>for each x in</c>, which can't.</summary>
    Item,
}
