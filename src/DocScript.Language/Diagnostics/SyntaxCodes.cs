namespace DocScript.Language.Diagnostics;

/// <summary>The codes that parsing can give: DS1 for syntax, DS5 for its limits. A code never changes its meaning.</summary>
public static class SyntaxCodes
{
    /// <summary>Something else was expected.</summary>
    public static DiagnosticCode Unexpected { get; } = new(
        "DS1001", "something else was expected",
        "The script goes on in a way the grammar does not allow. The message lists all that could have stood there.");

    /// <summary>No statement starts with this word.</summary>
    public static DiagnosticCode UnknownStatement { get; } = new(
        "DS1002", "unknown statement",
        "A statement starts with a word that neither the language nor a loaded command knows. Words are case-sensitive.");

    /// <summary>A text without its closing quote.</summary>
    public static DiagnosticCode UnclosedText { get; } = new(
        "DS1003", "text without its closing quote",
        "A text that starts with one quote ends on the same line; write \\n for a line end in it, or use three quotes for a text of several lines.");

    /// <summary>An escape that a text does not know.</summary>
    public static DiagnosticCode BadEscape { get; } = new(
        "DS1004", "unknown escape in a text",
        "A backslash in a text is followed by n, t, r, \", \\, $ or u{…} with the code of a Unicode character in hexadecimal digits.");

    /// <summary>A raw text that is not laid out as it must be.</summary>
    public static DiagnosticCode RawTextLayout { get; } = new(
        "DS1005", "raw text not laid out as it must be",
        "A raw text of several lines starts on the line after its opening quotes and ends on the line before its closing quotes; each line starts with the spaces that stand before the closing quotes.");

    /// <summary>A number that does not fit.</summary>
    public static DiagnosticCode NumberTooLarge { get; } = new(
        "DS1006", "number out of range",
        "Integers have 64 bits (-9223372036854775808 to 9223372036854775807); decimals have 28 to 29 digits.");

    /// <summary>Digits with something else directly behind.</summary>
    public static DiagnosticCode MalformedNumber { get; } = new(
        "DS1007", "malformed number",
        "A number is digits, or digits, a point and digits. It has no exponent, unit or separators, and a name does not start with a digit.");

    /// <summary>A comparison of a comparison.</summary>
    public static DiagnosticCode ChainedComparison { get; } = new(
        "DS1008", "comparisons don't chain",
        "A comparison gives true or false, so its result is not compared again. Write 'a < b and b < c', or brackets.");

    /// <summary>An interpolation where a name stands.</summary>
    public static DiagnosticCode InterpolatedName { get; } = new(
        "DS1009", "a name can't hold ${…}",
        "Quotes around a name allow any text in it, but the name is fixed. For a component whose id is computed write component(\"…\").");

    /// <summary>A bracket or block that is never closed.</summary>
    public static DiagnosticCode Unclosed { get; } = new(
        "DS1010", "block without its closing brace",
        "The script ends inside a block.");

    /// <summary>A closing brace too many.</summary>
    public static DiagnosticCode UnopenedBrace { get; } = new(
        "DS1011", "closing brace without a block",
        "A '}' stands where no block is open.");

    /// <summary>A variable with the name of a word of the language.</summary>
    public static DiagnosticCode ReservedName { get; } = new(
        "DS1012", "a word of the language can't be a variable",
        "Variables, parameters and loops can't be named with a word that means something in expressions, nor in quotes.");

    /// <summary>A character that means nothing.</summary>
    public static DiagnosticCode StrayCharacter { get; } = new(
        "DS1013", "a character that means nothing here",
        "The character is not part of the language outside texts, or is half of a surrogate pair and so no character at all.");

    /// <summary>A key that stands twice in an object.</summary>
    public static DiagnosticCode DuplicateKey { get; } = new(
        "DS1014", "key twice in an object",
        "Each key of an object stands once.");

    /// <summary>A script beyond 16 MiB.</summary>
    public static DiagnosticCode ScriptTooLarge { get; } = new(
        "DS5001", "script too large",
        "A script has at most 16 MiB as UTF-8. Split the work into several scripts.");

    /// <summary>Nesting beyond 64.</summary>
    public static DiagnosticCode NestedTooDeep { get; } = new(
        "DS5002", "nested too deep",
        "Blocks, brackets, interpolations and operators before an operand nest at most 64 deep.");

    /// <summary>A chain beyond 1,000.</summary>
    public static DiagnosticCode ChainTooLong { get; } = new(
        "DS5003", "chain too long",
        "One expression chains at most 1,000 operators, members or calls, and one 'if' at most 1,000 'else if'. Name parts of it with let.");

    /// <summary>More errors than anybody reads.</summary>
    public static DiagnosticCode TooManyErrors { get; } = new(
        "DS5004", "too many errors",
        "Parsing stops after 1,000 errors.");

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        Unexpected, UnknownStatement, UnclosedText, BadEscape, RawTextLayout, NumberTooLarge, MalformedNumber, ChainedComparison, InterpolatedName, Unclosed,
        UnopenedBrace, ReservedName, StrayCharacter, DuplicateKey, ScriptTooLarge, NestedTooDeep, ChainTooLong, TooManyErrors,
    ];
}
