using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;

namespace DocScript.Language.Parsing;

/// <summary>What the cursors of one parse share: the source, the diagnostics, and how far the statement at hand was understood.</summary>
internal sealed class ParseState(SourceText source, CommandGrammar grammar)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Expectation> _expected = [];
    private bool _failureReported;

    public SourceText Source { get; } = source;

    public string Text { get; } = source.Text;

    public CommandGrammar Grammar { get; } = grammar;

    public Spaces Spaces { get; } = new(source.Text);

    public NameTable Names { get; } = new(source.Text.Length);

    public NodeStack Nodes { get; } = new();

    /// <summary>The holes of the commands that are being read, those of the innermost command last.</summary>
    public List<HolePoint> Holes { get; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Where the last lexeme ended, without the space behind it.</summary>
    public int LastEnd { get; set; }

    /// <summary>How high the tree of the last expression is.</summary>
    public int Height { get; set; }

    /// <summary>The furthest position where something else was expected in this statement.</summary>
    public int Furthest { get; private set; }

    /// <summary>All that was expected there.</summary>
    public IReadOnlyList<Expectation> Expected => _expected;

    /// <summary>The last literal word that was taken where a name could stand as well, and where the text goes on after it.</summary>
    public (string Word, int Next) WordBeforeHole { get; set; } = ("", -1);

    /// <summary>The bracket that was open where the text went wrong.</summary>
    public (int Bracket, int Position) OpenBracket { get; private set; } = (-1, -1);

    public bool HasTooManyErrors => _diagnostics.Count >= SyntaxLimits.Errors;

    /// <summary>Whether the statement at hand was given up, so that what could stand next is another.</summary>
    public bool HasGivenUp => _failureReported && _expected.TrueForAll(one => one == Expectation.Statement);

    /// <summary>A new statement starts: what was expected before is of no interest.</summary>
    public void BeginStatement(int position)
    {
        _failureReported = false;
        _expected.Clear();
        Furthest = position;
        WordBeforeHole = ("", -1);
        OpenBracket = (-1, -1);
    }

    public void Expect(int position, Expectation expected)
    {
        if (position < Furthest) return;
        if (position > Furthest) _expected.Clear();
        Furthest = position;
        _expected.Add(expected);
    }

    /// <summary>The bracket is still open at a position that can't be understood; the innermost one says so first.</summary>
    public void StaysOpen(int bracket, int position)
    {
        if (OpenBracket.Position != position) OpenBracket = (bracket, position);
    }

    /// <summary>Says what is wrong, but parsing can go on as if it were right.</summary>
    public void Report(DiagnosticCode code, Span span, string message, string? label = null, string? help = null)
    {
        if (!HasTooManyErrors) _diagnostics.Add(new(code, Severity.Error, message, new(Source, span), label, help));
    }

    /// <summary>Says what is wrong with a statement that can't be understood from <paramref name="resume"/> on, where the cursor then stands.</summary>
    public T? Fail<T>(ref Cursor cursor, int resume, DiagnosticCode code, Span span, string message, string? label = null, string? help = null)
        where T : class
    {
        Report(code, span, message, label, help);
        Expect(resume, Expectation.Statement);
        _failureReported = true;
        cursor = cursor.At(resume);
        return null;
    }

    /// <summary>Says why the statement failed, unless that was said when it did.</summary>
    public void ReportFailure()
    {
        if (_failureReported || HasTooManyErrors) return;
        _diagnostics.Add(SyntaxErrors.Unexpected(this));
        _failureReported = true;
    }
}
