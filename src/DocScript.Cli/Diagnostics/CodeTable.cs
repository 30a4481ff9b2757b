using DocScript.Engine.Diagnostics;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;
using DocScript.Testing.Fuzzing;

namespace DocScript.Cli.Diagnostics;

/// <summary>The codes of all rooms in one table: what <c>docscript explain</c> and the reference show.</summary>
public sealed class CodeTable
{
    private CodeTable(IReadOnlyList<CodeEntry> all) => All = all;

    /// <summary>The codes alone, by id, which cost no reading of examples.</summary>
    public static IReadOnlyList<DiagnosticCode> Codes { get; } =
        [.. SyntaxCodes.All.Concat(EngineCodes.All).Concat(EventCodes.All).Concat(StoreCodes.All).Concat(CliCodes.All).Concat(HookCodes.All).Concat(SafetyCodes.All).Concat(TrustCodes.All).Concat(FuzzCodes.All).Concat(RuleCodes.All).OrderBy(code => code.Id, StringComparer.Ordinal)];

    /// <summary>All of them, by id.</summary>
    public IReadOnlyList<CodeEntry> All { get; }

    /// <summary>Makes the table. The examples are the cases and command lines that the tests run.</summary>
    public static CodeTable Create()
    {
        var examples = CaseExamples.Read();
        foreach (var (id, example) in CommandExamples.Read()) examples[id] = example;
        return new([.. Codes.Select(code => new CodeEntry(code, examples.GetValueOrDefault(code.Id)))]);
    }

    /// <summary>The code with an id, however its letters are cased; or null.</summary>
    public CodeEntry? Find(string id) => All.FirstOrDefault(entry => string.Equals(entry.Code.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The codes whose ids begin so: <c>DS3</c> is a family, <c>DS31</c> its rules of documents.</summary>
    public IReadOnlyList<CodeEntry> Beginning(string start) =>
        start.Length < 3 ? [] : [.. All.Where(entry => entry.Code.Id.StartsWith(start, StringComparison.OrdinalIgnoreCase))];
}
