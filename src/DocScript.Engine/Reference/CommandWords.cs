using DocScript.Engine.Commands;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Reference;

/// <summary>The literal words of statements and commands, by what an editor makes of them.</summary>
internal sealed class CommandWords
{
    private readonly HashSet<string> _clauses = new(ReservedWords.Continuing.Except(ReservedWords.Infix, StringComparer.Ordinal), StringComparer.Ordinal) { "start", "end", "descending" };

    public CommandWords(CommandTable commands)
    {
        var beginnings = new HashSet<string>(StringComparer.Ordinal);
        var choices = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in commands.Commands)
        {
            var first = command.Syntax.Elements.TakeWhile(element => element is Word { Text: not "=" }).Select(element => ((Word)element).Text).ToList();
            // 'set meta' as well as 'set' alone, which another command may start with.
            for (var count = 1; count <= first.Count; count++) beginnings.Add(string.Join(' ', first.Take(count)));
            AddWords(command.Syntax.Elements.Skip(first.Count), choices);
        }

        (Beginnings, Choices) = (beginnings, choices);
    }

    /// <summary>What commands begin with: <c>set</c>, <c>set meta</c>.</summary>
    public IReadOnlySet<string> Beginnings { get; }

    /// <summary>The kinds that a hole offers: <c>editable</c>.</summary>
    public IReadOnlySet<string> Choices { get; }

    /// <summary>Words within statements and commands: <c>where</c>, <c>was</c>, <c>after</c>.</summary>
    public IReadOnlySet<string> Clauses => _clauses;

    /// <summary>Words that can stand behind a value, so that a word before them is one.</summary>
    public IEnumerable<string> AfterValues => _clauses.Concat(ReservedWords.Infix);

    private void AddWords(IEnumerable<SyntaxElement> elements, HashSet<string> choices)
    {
        foreach (var element in elements)
        {
            if (element is Word word && Names.IsBare(word.Text)) _clauses.Add(word.Text);
            if (element is OptionalPart part) AddWords(part.Elements, choices);
            if (element is Hole { Kind: HoleKind.Choice } hole) choices.UnionWith(hole.Choices);
        }
    }
}
