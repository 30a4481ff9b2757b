using System.Globalization;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;

namespace DocScript.Engine.Reference;

/// <summary>A limit of the language (language.md section 5).</summary>
/// <param name="Subject">What is limited.</param>
/// <param name="Most">How much of it there may be, with its unit.</param>
/// <param name="Code">The diagnostic beyond it.</param>
public sealed record LimitHelp(string Subject, string Most, DiagnosticCode Code)
{
    /// <summary>All limits of scripts.</summary>
    public static IReadOnlyList<LimitHelp> All { get; } =
    [
        new("the text of a script", $"{Number(SyntaxLimits.ScriptBytes / 1024 / 1024)} MiB", SyntaxCodes.ScriptTooLarge),
        new("blocks, brackets, interpolations and prefix operators inside one another", Number(SyntaxLimits.Nesting), SyntaxCodes.NestedTooDeep),
        new("operators, members and calls in one chain; 'else if' of one 'if'", Number(SyntaxLimits.Chain), SyntaxCodes.ChainTooLong),
        new("errors after which parsing stops", Number(SyntaxLimits.Errors), SyntaxCodes.TooManyErrors),
        new("executed statements of a run", Number(Limits.Default.Statements), EngineCodes.TooManyStatements),
        new("documents in one transaction", Number(Limits.Default.Documents), EngineCodes.TooManyDocuments),
        new("characters of a text, elements of a list", Number(Limits.Default.ValueCharacters), EngineCodes.ValueTooLarge),
        new("time of a run", Limits.Default.Time is { } time ? $"{Number((int)time.TotalSeconds)} s" : "no limit", EngineCodes.TooLong),
    ];

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
