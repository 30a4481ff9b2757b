using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Designs;

/// <summary>A document that a design would break.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Title">Its title.</param>
/// <param name="Violations">The first of the rules that it would break and did not before.</param>
/// <param name="Count">How many these are.</param>
public sealed record BrokenDocument(Header Header, string Title, ImmutableArray<Violation> Violations, int Count)
{
    /// <summary>Its id; of a working copy that of the document.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Header.WorkingCopyOf ?? Header.Id}{(Header.WorkingCopyOf is null ? "" : " (working copy)")}");

    /// <summary>The document with its violations, one a line.</summary>
    public Diagnostic ToDiagnostic(Phase phase)
    {
        var title = Title.Length == 0 ? "" : " " + ValueLiteral.Quoted(Title, 60);
        var more = Count > Violations.Length ? new[] { string.Create(CultureInfo.InvariantCulture, $"… and {Count - Violations.Length} more") } : [];
        return new(
            RuleCodes.Of(RuleSet.DesignFitsDocuments, phase),
            Severity.Error,
            $"{Header.ContentType} {Name}{title} breaks under the design",
            Label: string.Join('\n', Violations.Select(Line).Concat(more)));
    }

    private static string Line(Violation violation) =>
        violation.Component is { } component && !violation.Message.Contains($"'{component}'", StringComparison.Ordinal) ? $"component '{component}': {violation.Message}" : violation.Message;
}
