using DocScript.Language.Parsing;
using DocScript.Language.Tree;

namespace DocScript.Language.Grammar;

/// <summary>A point in the trie of commands: what can stand there, and where it leads.</summary>
public sealed class GrammarPoint
{
    private WordTable<GrammarPoint>? _words;
    private HolePoint[] _holes = [];
    private Expectation[]? _expected;

    internal GrammarPoint() { }

    /// <summary>The literal words and symbols that can stand here, in order.</summary>
    public IReadOnlyList<string> Words => field ??= _words is null ? [] : [.. _words.Words.Order(StringComparer.Ordinal)];

    /// <summary>Whether any word can.</summary>
    internal bool HasWords => _words is not null;

    /// <summary>The holes that can stand here; each takes another kind of text, so that at most one fits.</summary>
    public IReadOnlyList<HolePoint> Holes => _holes;

    /// <summary>The same for the parser, which passes here often.</summary>
    internal ReadOnlySpan<HolePoint> HolePoints => _holes;

    /// <summary>Whether a hole here could take a word of the command, which beats it.</summary>
    internal bool HasOpenHole { get; private set; }

    /// <summary>All that can be written here, as data for errors and completion.</summary>
    internal ReadOnlySpan<Expectation> Expected => _expected ??= [.. Holes.SelectMany(hole => hole.Expected), .. Words.Select(word => new Expectation(word, true))];

    /// <summary>The command that can end here, or null.</summary>
    public CommandSyntax? Complete { get; internal set; }

    /// <summary>Whether every command ends here.</summary>
    public bool IsEnd => !HasWords && _holes.Length == 0;

    /// <summary>Where a literal word leads, or null if it can't stand here.</summary>
    public GrammarPoint? After(ReadOnlySpan<char> word) => _words?.Find(word);

    internal void Lead(IReadOnlyDictionary<string, GrammarPoint> words, IReadOnlyList<HolePoint> holes)
    {
        if (words.Count > 0) _words = new([.. words.Keys], word => words[word]);
        _holes = [.. holes];
        HasOpenHole = Array.Exists(_holes, hole => hole.Hole.Kind is not (HoleKind.Block or HoleKind.Place or HoleKind.Choice));
    }
}

/// <summary>A hole at a point of the trie, shared by all commands that have one of its kind there.</summary>
public sealed class HolePoint
{
    private readonly IReadOnlyDictionary<CommandSyntax, Hole> _holes;

    internal HolePoint(Hole first, IReadOnlyDictionary<CommandSyntax, Hole> holes, bool takesFull, GrammarPoint next) =>
        (Hole, _holes, TakesFull, Next, Filling) = (first, holes, takesFull, next, HoleGrammar.Filling(first, takesFull));

    /// <summary>The hole of the first of the commands.</summary>
    public Hole Hole { get; }

    /// <summary>Whether a value here is a full expression; else a primary.</summary>
    public bool TakesFull { get; }

    /// <summary>Where it leads.</summary>
    public GrammarPoint Next { get; }

    /// <summary>Whether it stands for this hole of one of the commands.</summary>
    public bool Includes(Hole hole) => _holes.Values.Contains(hole);

    /// <summary>What can be written in it.</summary>
    public IReadOnlyList<Expectation> Expected => HoleGrammar.Expected(Hole);

    internal Scan<Node> Filling { get; }

    /// <summary>The hole that the filling belongs to once it is known which command it is.</summary>
    public Hole Of(CommandSyntax syntax) => _holes[syntax];
}
