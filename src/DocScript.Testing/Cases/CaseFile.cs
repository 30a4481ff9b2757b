using System.Text;

namespace DocScript.Testing.Cases;

/// <summary>
/// A case as text: <c># a sentence</c>, then sections that begin with <c>--- name</c>. What goes in: <c>csharp</c> (a file of commands in C#), <c>design</c> (the store's, as JSON) and <c>content</c> (components of an
/// article that was imported, as JSON), any number of <c>given</c> (scripts run before, each a transaction, with options behind the name), <c>options</c>, <c>meanwhile</c> (a script that another commits before this one can) and <c>script</c>. What must come out:
/// <c>prints</c>, <c>results</c> (of commands in C#), <c>changes</c>, <c>diagnostics</c>, <c>fmt</c>. A section of the second kind that is missing must come out empty, but for <c>fmt</c>, which is asked only where it stands.
/// </summary>
public sealed class CaseFile
{
    private static readonly string[] Inputs = ["csharp", "design", "content", "given", "options", "meanwhile", "script"];
    private static readonly string[] Outputs = ["prints", "results", "changes", "diagnostics", "fmt"];

    private readonly List<CaseSection> _sections;

    private CaseFile(string heading, List<CaseSection> sections) => (Heading, _sections) = (heading, sections);

    /// <summary>The lines before the first section: the sentence and what else there is to say.</summary>
    public string Heading { get; }

    /// <summary>The sections in order.</summary>
    public IReadOnlyList<CaseSection> Sections => _sections;

    /// <summary>The script.</summary>
    public string Script => Text("script") ?? "";

    /// <summary>The options of the run.</summary>
    public CaseOptions Options => CaseOptions.Parse(Text("options") ?? "");

    /// <summary>The scripts that run before.</summary>
    public IEnumerable<CaseSection> Given => _sections.Where(section => section.Name == "given");

    /// <summary>What must come out, by section.</summary>
    public IReadOnlyDictionary<string, string> Expected => _sections.Where(section => Outputs.Contains(section.Name)).ToDictionary(section => section.Name, section => section.Body, StringComparer.Ordinal);

    /// <summary>The text of a section, or null where it is missing.</summary>
    public string? Text(string name) => _sections.Find(section => section.Name == name)?.Body;

    /// <summary>Reads a case.</summary>
    /// <exception cref="FormatException">It has no sentence, no script, an unknown section or one twice.</exception>
    public static CaseFile Parse(string text)
    {
        var (heading, sections, body) = (new StringBuilder(), new List<CaseSection>(), new StringBuilder());
        text = text.ReplaceLineEndings("\n");
        foreach (var line in (text.EndsWith('\n') ? text[..^1] : text).Split('\n'))
        {
            if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                Close();
                var (name, tail) = line[4..].IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? (line[4..(4 + end)], line[(5 + end)..]) : (line[4..], "");
                if (!Inputs.Contains(name) && !Outputs.Contains(name)) throw new FormatException($"unknown section '{name}'; there are {string.Join(", ", Inputs)}, {string.Join(", ", Outputs)}");
                if (name != "given" && sections.Exists(section => section.Name == name)) throw new FormatException($"section '{name}' stands twice");
                sections.Add(new(name, tail, ""));
            }
            else
                (sections.Count == 0 ? heading : body).Append(line).Append('\n');
        }

        Close();
        if (!heading.ToString().StartsWith("# ", StringComparison.Ordinal)) throw new FormatException("a case begins with '# ' and a sentence");
        if (!sections.Exists(section => section.Name == "script")) throw new FormatException("a case has a section '--- script'");
        return new(heading.ToString().TrimEnd('\n'), sections);

        void Close()
        {
            if (sections.Count > 0 && body.Length > 0) sections[^1] = sections[^1] with { Body = body.ToString(0, body.Length - 1) };
            body.Clear();
        }
    }

    /// <summary>The case with what came out in the place of what was expected.</summary>
    public CaseFile With(IReadOnlyDictionary<string, string> outcome)
    {
        var inputs = _sections.Where(section => Inputs.Contains(section.Name));
        var outputs = Outputs.Where(outcome.ContainsKey).Select(name => new CaseSection(name, "", outcome[name]));
        return new(Heading, [.. inputs, .. outputs]);
    }

    /// <summary>The case as text, ending with a line end.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var (name, tail, body) in _sections)
        {
            text.Append("--- ").Append(name);
            if (tail.Length > 0) text.Append(' ').Append(tail);
            text.Append('\n');
            // An empty line that was printed is a line.
            if (body.Length > 0 || name == "prints") text.Append(body).Append('\n');
        }

        return text.ToString();
    }
}

/// <summary>A section of a case.</summary>
/// <param name="Tail">What stands behind the name: options, on one line.</param>
/// <param name="Body">The lines below, without line ends after the last.</param>
public sealed record CaseSection(string Name, string Tail, string Body);
