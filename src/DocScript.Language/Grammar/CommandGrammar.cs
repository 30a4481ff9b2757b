namespace DocScript.Language.Grammar;

/// <summary>All commands' syntaxes as one trie: at each point a literal word beats a hole, quotes force the hole.</summary>
public sealed class CommandGrammar
{
    private CommandGrammar(IReadOnlyList<CommandSyntax> syntaxes) => (Syntaxes, Root) = (syntaxes, TrieBuilder.Build(syntaxes));

    /// <summary>The syntaxes in the order of the table.</summary>
    public IReadOnlyList<CommandSyntax> Syntaxes { get; }

    /// <summary>Where every command starts; from there on, what can stand at each point.</summary>
    public GrammarPoint Root { get; }

    /// <summary>Composes the trie.</summary>
    /// <exception cref="ArgumentException">Two commands can't be told apart (the message names both), or a syntax does not start with a word.</exception>
    public static CommandGrammar Of(IEnumerable<CommandSyntax> syntaxes) => new([.. syntaxes]);
}
