using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Testing.Cases;

/// <summary>
/// How a script of a case runs, one option a line (or with <c>, </c> between): <c>doc: 1</c>, <c>as: anna</c>, <c>key: k</c>, <c>param x: 5</c>, <c>statements: 100</c>, <c>documents: 10</c>,
/// <c>hook-steps: 100</c>, <c>hook-milliseconds: 0</c>, <c>hook-bytes: 1000</c>, <c>characters: 100</c>, <c>seconds: 0</c>, <c>force: no</c>; and how the case goes: <c>now: 2026-01-02</c>, <c>meanwhile: always</c>, <c>store: locked</c>, <c>undo: 1</c>, <c>apply: saved</c>, <c>tick: on</c>, <c>check: design</c>, <c>macros: on</c>, <c>strict: on</c>, <c>may: fail</c> (of what is given).
/// </summary>
public sealed class CaseOptions
{
    private static readonly string[] Names = ["doc", "as", "key", "statements", "documents", "characters", "seconds", "now", "meanwhile", "store", "undo", "apply", "check", "macros", "may", "force", "tick", "strict", "hook-steps", "hook-milliseconds", "hook-bytes"];

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    /// <summary>When the script runs: 2026-01-02T03:04:05Z unless given.</summary>
    public DateTimeOffset Now => Find("now") is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Whether the section <c>meanwhile</c> is committed before each attempt, not only the first.</summary>
    public bool AlwaysMeanwhile => Find("meanwhile") == "always";

    /// <summary>What is wrong with the store when the script commits, or null.</summary>
    public StoreProblem? Problem => Find("store") is { } text ? Enum.Parse<StoreProblem>(text, ignoreCase: true) : null;

    /// <summary>Which <c>given</c> is undone in place of running the script: 1 is the first, and 0 a transaction that never was; null for none.</summary>
    public int? Undo => Number("undo");

    /// <summary>Whether the script is saved as a plan, then applied: <c>saved</c> as it is, <c>edited</c> after somebody changed its file.</summary>
    public bool Apply => Find("apply") is "saved" or "edited";

    /// <summary>Whether the script is a design, to be checked with the store's documents and not run.</summary>
    public bool ChecksDesign => Find("check") == "design";

    /// <summary>Whether somebody changed the saved plan.</summary>
    public bool Edited => Find("apply") == "edited";

    /// <summary>Whether what is due is carried out in place of running the script.</summary>
    public bool Tick => Find("tick") == "on";

    /// <summary>Whether <c>«3×ab»</c> in the script means <c>ababab</c>, and <c>«u+000D»</c> a character.</summary>
    public bool Macros => Find("macros") == "on";

    /// <summary>Whether what is given may fail, and is then left out.</summary>
    public bool MayFail => Find("may") == "fail";

    private string? Find(string name) => _options.GetValueOrDefault(name);

    private int? Number(string name) => Find(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Reads options.</summary>
    /// <exception cref="FormatException">There is no such option.</exception>
    public static CaseOptions Parse(string text)
    {
        var options = new CaseOptions();
        foreach (var option in text.Split(["\n", ", "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || (!Names.Contains(parts[0]) && !parts[0].StartsWith("param ", StringComparison.Ordinal)))
                throw new FormatException($"'{option}' is no option of a case");
            options._options[parts[0]] = parts[1];
        }

        return options;
    }

    /// <summary>The request for a script under these options.</summary>
    public RunRequest Request(string name, string script) => new()
    {
        Source = new SourceText(name, script),
        Actor = Find("as") ?? "anna",
        Document = Find("doc") is not { } document ? null : long.TryParse(document, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new IntegerValue(id) : new TextValue(document),
        Key = Find("key"),
        CanForce = Find("force") != "no",
        IsStrict = Find("strict") == "on",
        Parameters = ObjectValue.Of(_options.Where(option => option.Key.StartsWith("param ", StringComparison.Ordinal)).Select(option => KeyValuePair.Create(option.Key[6..], (Value)new TextValue(option.Value)))),
        Limits = Limits.Default with
        {
            Statements = Number("statements") ?? Limits.Default.Statements,
            Documents = Number("documents") ?? Limits.Default.Documents,
            ValueCharacters = Number("characters") ?? Limits.Default.ValueCharacters,
            HookSteps = Number("hook-steps") ?? Limits.Default.HookSteps,
            HookTime = Number("hook-milliseconds") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : Limits.Default.HookTime,
            HookBytes = Number("hook-bytes") ?? Limits.Default.HookBytes,
            Time = Number("seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        },
    };
}
