using System.Globalization;
using System.Text.RegularExpressions;
using DocScript.Documents.Values;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Testing;

/// <summary>
/// A test: one script whose comments that begin with <c>#:</c> part it into sections, each a transaction on the same store.
/// <c>#: design file</c> gives the store a design; <c>#: given</c> and <c>#: run</c> run the statements below, or a <c>file</c>, with <c>--param name=value</c>, <c>--doc id|key</c>,
/// <c>--as user</c>, <c>--now date</c>; <c>#: expect DS4001</c> says how the section before must fail; <c>#: then</c> only looks: its <c>require</c>s must hold. Paths start from the test's folder.
/// </summary>
internal sealed partial class TestFile
{
    private const int MostErrors = 20;

    private static readonly string[] Names = ["design", "given", "run", "expect", "then"];
    private static readonly string[] Options = ["--param", "--doc", "--as", "--now"];

    private readonly List<Diagnostic> _diagnostics = [];

    private TestFile(SourceText source) => Source = source;

    /// <summary>The whole file: the source of every section, so that places are those of the file.</summary>
    public SourceText Source { get; }

    /// <summary>The file of the store's design, or null for the built-in one.</summary>
    public TestWord? Design { get; private set; }

    /// <summary>The sections in order.</summary>
    public List<TestSection> Sections { get; } = [];

    /// <summary>What is wrong with the file as a test; its statements are judged when they run.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Reads a test. Never throws for what it says.</summary>
    public static TestFile Parse(SourceText source, CommandGrammar grammar)
    {
        var (file, parsed) = (new TestFile(source), ScriptParser.Parse(source, grammar));
        var errors = new Queue<Diagnostic>(parsed.Diagnostics);
        var statements = new Queue<Statement>(parsed.Script.Statements);
        var open = new TestSection(default);
        file.Sections.Add(open);
        foreach (var directive in parsed.Comments.Select(comment => TestDirective.Of(source, comment)).OfType<TestDirective>())
        {
            file.Fill(open, directive.Span, statements, errors);
            open = file.Open(directive, open);
        }

        file.Fill(open, new Span(int.MaxValue, 0), statements, errors);
        file.Sections.RemoveAll(section => section.Span == default && section.Statements.Count + section.Diagnostics.Count == 0);
        file.Judge();
        return file;
    }

    private void Fill(TestSection section, Span next, Queue<Statement> statements, Queue<Diagnostic> errors)
    {
        while (errors.TryPeek(out var error) && (error.Location?.Span.Start ?? 0) < next.Start) section.Diagnostics.Add(errors.Dequeue());
        while (statements.TryPeek(out var statement) && statement.Span.Start < next.Start)
        {
            section.Statements.Add(statements.Dequeue());
            if (statement.Span.End > next.Start) Wrong(next, "a '#:' line stands within a statement", "put it between two statements");
            if (section.Expected.Count > 0) Wrong(statement.Span, "a statement stands below '#: expect'", "begin a section for it, such as '#: then'");
        }
    }

    private TestSection Open(TestDirective directive, TestSection before)
    {
        switch (directive.Words.FirstOrDefault()?.Text)
        {
            case "design":
                ReadDesign(directive);
                return before;
            case "expect":
                Expect(directive, before);
                return before;
            case "given" or "run" or "then":
                return Section(directive);
            case var name:
                var known = string.Join(", ", Names);
                Wrong(directive.Span, name is null ? "a '#:' line without a word" : $"'{name}' is no section of a test", $"there are {known}; a comment begins with '# '", Suggestion.Label(name ?? "", Names));
                return before;
        }
    }

    private TestSection Section(TestDirective directive)
    {
        var section = new TestSection(directive.Span) { IsThen = directive.Words[0].Text is "then" };
        Sections.Add(section);
        var words = new Queue<TestWord>(directive.Words.Skip(1));
        while (words.TryDequeue(out var word))
        {
            if (!word.Text.StartsWith("--", StringComparison.Ordinal))
            {
                if (section.File is not null || section.IsThen) Wrong(word.Span, $"'{word.Text}' is one word too many", section.IsThen ? "what 'then' looks at stands below it" : "one file is run; put quotes around a name with spaces");
                section.File = word;
            }
            else if (words.TryDequeue(out var value) || !Options.Contains(word.Text)) Set(section, word, value ?? word);
            else Wrong(word.Span, $"{word.Text} needs a value", $"write it as {word.Text} value");
        }

        return section;
    }

    private void Set(TestSection section, TestWord option, TestWord value)
    {
        switch (option.Text)
        {
            case var unknown when !Options.Contains(unknown):
                Wrong(option.Span, $"there is no option '{unknown}'", $"there are {string.Join(", ", Options)}", Suggestion.Label(unknown, Options));
                break;
            case "--as":
                section.Actor = value.Text;
                break;
            case "--doc":
                section.Document = long.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new IntegerValue(id) : new TextValue(value.Text);
                break;
            case "--now" when DateValue.TryParse(value.Text, out var now):
                section.Now = now.Instant;
                break;
            case "--param" when value.Text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals:
                section.Parameters = section.Parameters.With(value.Text[..equals], new TextValue(value.Text[(equals + 1)..]));
                break;
            default:
                Wrong(value.Span, $"'{value.Text}' is no value of {option.Text}", option.Text is "--now" ? "write a date such as 2026-01-31T12:00:00Z" : "write it as --param name=value");
                break;
        }
    }

    private void ReadDesign(TestDirective directive)
    {
        if (directive.Words.Count != 2) Wrong(directive.Span, "'#: design' takes the name of a file", "put quotes around a name with spaces");
        else if (Design is not null || Sections.Exists(section => section.Span != default || section.Statements.Count > 0)) Wrong(directive.Span, "'#: design' stands once, before all else", "a store begins with its design");
        else Design = directive.Words[1];
    }

    private void Expect(TestDirective directive, TestSection section)
    {
        if (section.IsThen || Sections is [{ Span: { Length: 0 }, Statements.Count: 0, Diagnostics.Count: 0 }]) Wrong(directive.Span, "'#: expect' stands below what must fail", "put it below a '#: run' and its statements");
        if (directive.Words.Count == 1) Wrong(directive.Span, "'#: expect' names the code of a diagnostic", "such as '#: expect DS4001'");
        foreach (var code in directive.Words.Skip(1))
        {
            if (Code().IsMatch(code.Text)) section.Expected.Add(code);
            else Wrong(code.Span, $"'{code.Text}' is no code of a diagnostic", "codes are like DS4001");
        }
    }

    private void Judge()
    {
        foreach (var section in Sections.Where(section => section.Span != default && section.Diagnostics.Count == 0))
        {
            if (section.File is { } file && section.Statements.Count > 0) Wrong(section.Statements[0].Span, $"the section runs '{file.Text}', so it has no statements", "begin a section for them, such as '#: then'");
            if (section.File is null && section.Statements.Count == 0 && _diagnostics.Count == 0) Wrong(section.Span, "nothing stands in this section", "write statements below it, or leave it out");
        }

        if (_diagnostics.Count == 0 && Sections.TrueForAll(section => section.Diagnostics.Count == 0) && !Sections.Exists(section => section.Asserts))
            Wrong(new Span(0, 0), "this test can't fail: it has no 'require' and no '#: expect'", "say below '#: then' what must hold");
    }

    private void Wrong(Span span, string message, string help, string? label = null)
    {
        if (_diagnostics.Count < MostErrors) _diagnostics.Add(new Diagnostic(TestCodes.BadTest, Severity.Error, message, new Location(Source, span), label, help));
    }

    [GeneratedRegex("^DS[0-9]{4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
