namespace DocScript.Language.Parsing;

/// <summary>What a script's text may measure (language.md section 5).</summary>
public static class SyntaxLimits
{
    /// <summary>Bytes of a script in UTF-8.</summary>
    public const int ScriptBytes = 16 * 1024 * 1024;

    /// <summary>How deep blocks, brackets, interpolations and prefix operators nest, all counted together.</summary>
    public const int Nesting = 64;

    /// <summary>
    /// How high an expression's tree may grow by chains such as <c>a + b + c</c> or <c>a.b.c</c>, and how many <c>else if</c> stand inside one another.
    /// Chosen so that a recursive walk of any parsed tree fits on a thread's smallest usual stack.
    /// </summary>
    public const int Chain = 1000;

    /// <summary>After so many errors parsing stops.</summary>
    public const int Errors = 1000;
}
