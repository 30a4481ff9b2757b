using System.Collections.Immutable;
using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Designs;

/// <summary>A design as it stands in a file, with what is wrong with it at its places.</summary>
public sealed class DesignText
{
    private const string Form = "a design is JSON with a name and components, each with a name and html, as Livingdocs writes it or 'docscript design show --json'";

    private readonly SourceText _source;
    private readonly ImmutableArray<string> _root;
    private JsonMap? _map;

    private DesignText(SourceText source, ImmutableArray<string> root, Design? design) => (_source, _root, Design) = (source, root, design);

    /// <summary>The design, or null where the text is none.</summary>
    public Design? Design { get; }

    /// <summary>What is wrong: that it is no design, or what <see cref="Rules.JudgeDesign"/> finds.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private init; } = [];

    /// <summary>Whether it can be used as it is.</summary>
    public bool IsValid => Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);

    /// <summary>Reads a design: Livingdocs' form, a project configuration, our own, or what <c>docscript design show --json</c> prints. Never throws for what the text says.</summary>
    public static DesignText Read(SourceText source)
    {
        if (string.IsNullOrWhiteSpace(source.Text)) return NoDesign(source, "there is nothing in the file", default, Form);
        try
        {
            using var json = JsonDocument.Parse(source.Text, JsonLimits.Reader);
            return Read(source, json.RootElement);
        }
        catch (JsonException)
        {
            return NotRead(source) ?? NoDesign(source, "this is not JSON", default, Form);
        }
    }

    /// <summary>The diagnostic of a problem at its place; without one where the design does not come from this text.</summary>
    public Diagnostic At(DesignProblem problem) => new(
        RuleCodes.Of(problem.Violation.Rule, Phase.Check),
        problem.IsWarning ? Severity.Warning : Severity.Error,
        problem.Violation.Message,
        new Location(_source, (_map ??= new JsonMap(_source)).Find([.. _root, .. problem.Path])),
        RuleCodes.Label(problem.Violation));

    private static DesignText Read(SourceText source, JsonElement json)
    {
        ImmutableArray<string> root = [];
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("command", out _) && json.TryGetProperty("design", out var shown)) (json, root) = (shown, ["design"]);
        try
        {
            var text = new DesignText(source, root, DesignJson.Read(json));
            return new(source, root, text.Design) { Diagnostics = [.. Rules.JudgeDesign(text.Design!).Select(text.At).OrderBy(diagnostic => diagnostic.Location!.Span.Start)] };
        }
        catch (DefinitionException wrong)
        {
            return NoDesign(source, wrong.Message, new JsonMap(source).Find([.. root, .. wrong.Path]), null);
        }
        catch (FormatException wrong)
        {
            return NotRead(source) ?? NoDesign(source, wrong.Message, new JsonMap(source).Find(root), Form);
        }
    }

    // What our own reader refuses of the JSON itself, at its place: no syntax, or a key that stands twice.
    private static DesignText? NotRead(SourceText source)
    {
        var problems = new JsonProblems();
        JsonTree.Read(source, JsonLimits.Depth, problems);
        return problems.All is [var first, ..] ? NoDesign(source, first.Message, first.Span, source.Text.TrimStart() is ['{', ..] ? first.Help : Form) : null;
    }

    private static DesignText NoDesign(SourceText source, string message, Span span, string? help) => new(source, [], null)
    {
        Diagnostics = [new Diagnostic(RuleCodes.Of(RuleSet.DesignForm, Phase.Check), Severity.Error, message, new Location(source, span), Help: help)],
    };
}
