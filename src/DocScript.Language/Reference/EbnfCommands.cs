using System.Globalization;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Language.Reference;

/// <summary>A rule of the EBNF for each command: its words and holes, and which words beat a hole where the trie of all commands has both.</summary>
internal static class EbnfCommands
{
    /// <summary>The rules in the order of the table; their names are none of the frame's.</summary>
    public static IReadOnlyList<(string Name, string Body)> Of(CommandGrammar commands, string frame)
    {
        var taken = frame.Split('\n').Where(line => line.Contains(" ::=", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);
        return [.. commands.Syntaxes.Select(syntax => (NameOf(syntax, taken), new Rule(syntax).Write(commands.Root)))];
    }

    private static string NameOf(CommandSyntax syntax, HashSet<string> taken)
    {
        var words = string.Concat(syntax.Elements.OfType<Word>().Where(word => Names.IsBare(word.Text)).Select(word => Capitalized(word.Text)));
        var name = words;
        for (var number = 2; !taken.Add(name); number++) name = words + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    // Rule names are ASCII in every tool; a command's words need not be.
    private static string Capitalized(string word)
    {
        var ascii = string.Concat(word.Where(char.IsAsciiLetterOrDigit));
        return ascii.Length == 0 ? "Command" : char.ToUpperInvariant(ascii[0]) + ascii[1..];
    }

    private sealed class Rule(CommandSyntax syntax)
    {
        private readonly Dictionary<Hole, (SortedSet<string> Words, bool Full)> _holes = [];

        public string Write(GrammarPoint root)
        {
            Walk(syntax.Elements, [root]);
            return Show(syntax.Elements);
        }

        /// <summary>Follows the command through the trie and notes at each hole what else could stand there.</summary>
        private HashSet<GrammarPoint> Walk(Items<SyntaxElement> elements, HashSet<GrammarPoint> points)
        {
            foreach (var element in elements)
            {
                switch (element)
                {
                    case Word word:
                        points = [.. points.Select(point => point.After(word.Text)).OfType<GrammarPoint>()];
                        break;
                    case OptionalPart part:
                        points = [.. points, .. Walk(part.Elements, points)];
                        break;
                    case Hole hole:
                        points = [.. points.SelectMany(point => Note(hole, point))];
                        break;
                }
            }

            return points;
        }

        private IEnumerable<GrammarPoint> Note(Hole hole, GrammarPoint point)
        {
            foreach (var at in point.Holes.Where(candidate => candidate.Includes(hole)))
            {
                var known = _holes.GetValueOrDefault(hole, ([], false));
                known.Words.UnionWith(point.Words.Where(word => Names.IsBare(word)));
                if (hole.Kind != HoleKind.Place && point.Holes.Any(other => other.Hole.Kind == HoleKind.Place)) known.Words.UnionWith(ReservedWords.Places);
                _holes[hole] = (known.Words, known.Full || at.TakesFull);
                yield return at.Next;
            }
        }

        private string Show(Items<SyntaxElement> elements) => string.Join(' ', elements.Select(element => element switch
        {
            Word { Text: "=" } => "Equals",
            Word word => Ebnf.Quote(word.Text),
            OptionalPart part => $"( {Show(part.Elements)} )?",
            Hole hole => Show(hole),
            _ => "",
        }));

        private string Show(Hole hole)
        {
            var (words, isFull) = _holes[hole];
            var beats = words.Count == 0 ? null : words.Count == 1 ? Ebnf.Quote(words.Min!) : $"( {Ebnf.OneOf(words)} )";
            var filling = hole.Kind switch
            {
                HoleKind.Choice => $"( {Ebnf.OneOf(hole.Choices.Except(words, StringComparer.Ordinal))} )",
                HoleKind.Value => isFull ? "Expression" : "Primary",
                _ => hole.Kind.ToString(),
            };
            return hole.Kind switch
            {
                HoleKind.Choice or HoleKind.Place or HoleKind.Block => filling,
                _ when beats is null => filling,
                HoleKind.Name => $"( {filling} - {beats} )",
                _ => $"( {filling} - ( {beats} Any* ) )",
            };
        }
    }
}
