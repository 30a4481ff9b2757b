namespace DocScript.Language.Grammar;

/// <summary>The words that the language keeps for itself.</summary>
public static class ReservedWords
{
    /// <summary>Words that continue the statement of the line before when they stand first on a line. The list is fixed.</summary>
    public static WordSet Continuing { get; } = new(
        "after", "before", "between", "first", "last", "in", "with", "was", "as", "at", "until", "because", "by", "else", "where", "order", "limit", "expect", "version", "key", "title");

    /// <summary>Infix operators that are words.</summary>
    public static WordSet Infix { get; } = new("or", "and", "in", "contains", "starts", "ends", "matches");

    /// <summary>Words that can't be a variable, because they mean something else where a value is expected.</summary>
    public static WordSet InExpressions { get; } = new(
        "or", "and", "in", "contains", "starts", "ends", "matches", "not", "exists", "true", "false", "null");

    /// <summary>The first words of the statements that are not commands.</summary>
    public static WordSet Statements { get; } = new("use", "require", "param", "let", "if", "for", "print");

    /// <summary>The first words of the six places.</summary>
    internal static WordSet Places { get; } = new("after", "before", "between", "first", "last", "at");

    /// <summary>Why a command that comes beside the built-in ones can't start with this word, in words to follow the command's name; or null where it can.</summary>
    public static string? WhyNotFirst(string word, CommandGrammar builtIn)
    {
        if (!Names.IsBare(word)) return $"'{word}' is not a name: a letter or '_', then letters, digits, '_' and '-'";
        if (Statements.Contains(word)) return $"'{word}' starts a statement of the language";
        if (Continuing.Contains(word) || Infix.Contains(word)) return $"'{word}' continues a statement of the language";
        if (InExpressions.Contains(word)) return $"'{word}' is a word of expressions";
        return builtIn.Root.After(word) is null ? null : $"'{word}' starts a built-in command";
    }
}
