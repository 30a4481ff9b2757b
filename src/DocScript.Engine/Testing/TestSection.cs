using System.Collections.Immutable;
using DocScript.Documents.Values;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Testing;

/// <summary>A section of a test: statements, or a script in a file, that run as one transaction.</summary>
internal sealed class TestSection(Span span)
{
    /// <summary>The line that begins it; empty for statements before the first.</summary>
    public Span Span { get; } = span;

    /// <summary>Whether it only looks: nothing that it does stays.</summary>
    public bool IsThen { get; init; }

    /// <summary>The file to run, or null for the statements below the line.</summary>
    public TestWord? File { get; set; }

    /// <summary>The current document at the start, or null.</summary>
    public Value? Document { get; set; }

    /// <summary>Who runs it.</summary>
    public string Actor { get; set; } = "tester";

    /// <summary>When it runs; null for a minute after the section before.</summary>
    public DateTimeOffset? Now { get; set; }

    /// <summary>The parameters.</summary>
    public ObjectValue Parameters { get; set; } = ObjectValue.Empty;

    /// <summary>The codes that its diagnostics must have; none for a section that must go well.</summary>
    public List<TestWord> Expected { get; } = [];

    /// <summary>Its statements.</summary>
    public List<Statement> Statements { get; } = [];

    /// <summary>What is wrong with their form.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Whether a wrong outcome can make it fail.</summary>
    public bool Asserts => Expected.Count > 0 || Statements.Exists(Requires);

    private static bool Requires(Statement statement) => statement switch
    {
        RequireStatement => true,
        UseStatement use => use.Version is not null || Requires(use.Body),
        IfStatement branch => Requires(branch.Then) || Requires(branch.Else) || (branch.ElseIf is { } next && Requires(next)),
        ForEachDocumentStatement loop => loop.Expect is not null || Requires(loop.Body),
        ForEachComponentStatement loop => Requires(loop.Body),
        ForEachItemStatement loop => Requires(loop.Body),
        _ => false,
    };

    private static bool Requires(Block? block) => block?.Statements.Any(Requires) == true;
}
