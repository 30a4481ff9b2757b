using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Scripts;

namespace DocScript.Testing.Fuzzing;

/// <summary>A document of a case with what happens to it before.</summary>
/// <param name="Document">As it is made; it conforms to the design.</param>
/// <param name="Steps">Statements about it, each a transaction; one that is refused is left out.</param>
internal sealed record FuzzDocument(Document Document, ImmutableArray<FuzzStep> Steps)
{
    /// <summary>Its name in scripts.</summary>
    public string Name => ValueLiteral.Quoted(Document.Header.Key);
}

/// <summary>Something that happens to a document.</summary>
internal sealed record FuzzStep(string Actor, string Statement);

/// <summary>Documents, and one call of a command or function on them.</summary>
/// <param name="Current">The key of the current document, or null for none.</param>
/// <param name="ByVariable">Whether arguments are given by variables, so that only the run can tell whether they fit.</param>
/// <param name="Sent">The named arguments that the caller sends along.</param>
internal sealed record FuzzCase(
    FuzzTarget Target, Design Design, ImmutableArray<FuzzDocument> Documents, string? Current, ImmutableArray<FuzzArgument> Arguments, bool ByVariable, ObjectValue Sent)
{
    /// <summary>Whose script it is.</summary>
    public const string Actor = "anna";

    /// <summary>The script.</summary>
    public string Script
    {
        get
        {
            var script = new StringBuilder();
            if (Current is not null) script.Append(CultureInfo.InvariantCulture, $"use {ValueLiteral.Quoted(Current)}\n");
            var variables = ByVariable ? Arguments.Where(argument => argument.Value is not null).ToList() : [];
            for (var i = 0; i < variables.Count; i++) script.Append(CultureInfo.InvariantCulture, $"let given{i + 1} = {variables[i].Text}\n");
            return script.Append(Target.Call(Written)).Append('\n').ToString();

            string? Written(string label)
            {
                var index = variables.FindIndex(variable => variable.Label == label);
                return index >= 0 ? string.Create(CultureInfo.InvariantCulture, $"given{index + 1}") : Arguments.FirstOrDefault(argument => argument.Label == label)?.Text;
            }
        }
    }

    /// <summary>The case as a test of scripts says it: what is given, then the run.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var document in Documents)
        {
            text.Append("#: given\n").Append(DocumentScript.Of(document.Document));
            foreach (var step in document.Steps)
                text.Append(CultureInfo.InvariantCulture, $"#: given{(step.Actor == Actor ? "" : $" --as {step.Actor}")}\nuse {document.Name}\n{step.Statement}\n");
        }

        text.Append("#: run\n");
        if (Sent.Count > 0) text.Append(CultureInfo.InvariantCulture, $"# … and the caller sends {ValueLiteral.Of(Sent)}\n");
        return text.Append(Script).ToString();
    }
}
