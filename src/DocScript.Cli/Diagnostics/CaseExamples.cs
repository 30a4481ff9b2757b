using System.Text.RegularExpressions;

namespace DocScript.Cli.Diagnostics;

/// <summary>Examples from the cases of <c>tests/cases</c>: for each code the plainest case that gives it.</summary>
internal static partial class CaseExamples
{
    /// <summary>The examples by code.</summary>
    public static Dictionary<string, CodeExample> Read()
    {
        var best = new Dictionary<string, (int Rank, CodeExample Example)>(StringComparer.Ordinal);
        var assembly = typeof(CaseExamples).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("case/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var (id, rank, example) in Of(Sections(reader.ReadToEnd().ReplaceLineEndings("\n"))))
                if (!best.TryGetValue(id, out var known) || rank < known.Rank)
                    best[id] = (rank, example);
        }

        return best.ToDictionary(pair => pair.Key, pair => pair.Value.Example, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Id, int Rank, CodeExample Example)> Of(List<(string Name, string Body)> sections)
    {
        if (Find("diagnostics") is not { } diagnostics || Find("script") is not { } script) yield break;
        var options = Find("options") ?? "";
        var given = sections.Where(section => section.Name == "given").Select(section => section.Body).ToList();
        var before = given.Count == 0 ? null : string.Join('\n', given);
        var messages = diagnostics.Replace(" ┌ case:", " ┌ example.docscript:", StringComparison.Ordinal).Split("\n\n");
        var staged = Staged().IsMatch(options) || Find("content") is not null || Find("design") is not null;
        foreach (var message in messages)
        {
            if (Code().Match(message) is not { Success: true } code) continue;
            // One message, a next step in it, and little text: that teaches most.
            var rank = script.Length + (before?.Length ?? 0) + messages.Length * 200 + (staged ? 1000 : 0) + (options.Contains("macros", StringComparison.Ordinal) ? 10_000 : 0) + (Step().IsMatch(message) ? 0 : 300);
            var example = Undo().IsMatch(options) ? new CodeExample(before, Find("meanwhile"), "docscript undo <transaction>", true, message)
                : Apply().IsMatch(options) ? new CodeExample(string.Join('\n', [.. given, script]), Find("meanwhile"), "docscript apply <plan>", true, message)
                : new CodeExample(before, Find("meanwhile"), script, false, message);
            yield return (code.Groups["id"].Value, rank, example);
        }

        string? Find(string name) => sections.Find(section => section.Name == name).Body;
    }

    private static List<(string Name, string Body)> Sections(string text) =>
    [
        .. ("\n" + text.TrimEnd('\n')).Split("\n--- ").Skip(1).Select(section => section.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end
            ? (section[..end].Split(' ')[0], section[(end + 1)..])
            : (section.Split(' ')[0], "")),
    ];

    [GeneratedRegex("^(error|warning) (?<id>DS[0-9]{4}): ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("= help: |did you mean ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    [GeneratedRegex("^(undo|apply|store|may|statements|documents|characters|seconds):", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Staged();

    [GeneratedRegex("^apply:", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Apply();

    [GeneratedRegex("^undo:", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Undo();
}
