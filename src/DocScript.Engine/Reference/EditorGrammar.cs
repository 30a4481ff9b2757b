using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocScript.Engine.Commands;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Functions;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Reference;

/// <summary>The TextMate grammar by which editors colour scripts: regular expressions over the words of the tables.</summary>
public static class EditorGrammar
{
    // A name may hold hyphens, so that '\b' would find words inside of it; after a point stands a member.
    private const string Start = @"(?<![\p{L}0-9_.-])", End = @"(?![\p{L}0-9_-])";
    private const string Name = @"[\p{L}_][\p{L}0-9_-]*";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The grammar with these commands, as JSON.</summary>
    public static string Of(CommandTable commands)
    {
        var words = new CommandWords(commands);
        var expressions = Includes("comment", "rawText", "text", "number", "constant", "operator", "function", "property", "member", "key", "brackets");
        var root = new JsonObject
        {
            ["name"] = "DocScript",
            ["scopeName"] = "source.docscript",
            ["fileTypes"] = new JsonArray("docscript"),
            ["firstLineMatch"] = @"^#!.*\bdocscript\b",
            ["patterns"] = Includes("comment", "rawText", "text", "loop", "statement", "kind", "clause", "number", "constant", "operator", "function", "property", "member", "key"),
            ["repository"] = new JsonObject
            {
                ["comment"] = Match("comment.line.number-sign.docscript", "#.*$"),
                ["loop"] = Match("keyword.control.docscript", $"{Start}for\\s+each(?:\\s+(?:document|component))?{End}"),
                ["statement"] = Patterns(
                    // A word that starts a statement, with the words that make the command; '{set: 1}' is a key.
                    Captures($@"(?:^|(?<=[;{{}}]))\s*({AnyOf(words.Beginnings)}){End}(?!\s*[:,.)\]])", (1, "keyword.control.docscript")),
                    Captures($@"(?:^|(?<=[;{{}}]))\s*(let|param)\s+({Name})(?:\s*(:)\s*({AnyOf(Enum.GetNames<ParameterType>().Select(type => type.ToLowerInvariant()))}){End})?", (1, "keyword.control.docscript"), (2, "variable.other.docscript"), (3, "punctuation.separator.docscript"), (4, "storage.type.docscript")),
                    Captures($@"(?:^|(?<=[;{{}}]))\s*({AnyOf(ReservedWords.Statements)}){End}(?!\s*[:,.)\]])", (1, "keyword.control.docscript"))),
                ["kind"] = Captures($"{Start}(as)\\s+({AnyOf(words.Choices)}){End}", (1, "keyword.other.docscript"), (2, "storage.type.docscript")),
                // 'title' and others are both; where a value follows they are words, where an operator or nothing does they are properties.
                ["clause"] = Match("keyword.other.docscript", $@"{Start}(?:{AnyOf(words.Clauses.Except(Properties.Names, StringComparer.Ordinal))}|(?:{AnyOf(words.Clauses.Intersect(Properties.Names, StringComparer.Ordinal))})(?=\s+(?!(?:{AnyOf(words.AfterValues)}){End})[""(\[\p{{L}}_0-9]|\s+-[0-9])){End}(?!\()"),
                ["number"] = Match("constant.numeric.docscript", @"(?<![\p{L}0-9_.-])-?[0-9]+(?:\.[0-9]+)?(?![\p{L}0-9_])"),
                ["constant"] = Match("constant.language.docscript", $"{Start}(?:true|false|null){End}"),
                ["operator"] = Patterns(
                    Match("keyword.operator.word.docscript", $"{Start}(?:{AnyOf(ReservedWords.Infix.Append("not").Append("exists"))}){End}"),
                    Match("keyword.operator.docscript", $"(?<=^|\\s|[)\\]}}\"])(?:{AnyOf([.. OperatorSyntax.Infix.Select(op => op.Symbol()).Where(symbol => !char.IsLetter(symbol[0])), "="])})")),
                ["function"] = Patterns(
                    Match("support.function.docscript", $"{Start}(?:{AnyOf(FunctionTable.BuiltIn.All.Select(function => function.Name))})(?=\\()"),
                    Match("entity.name.function.docscript", $"{Start}{Name}(?=\\()")),
                ["property"] = Match("support.variable.docscript", $"{Start}(?:{AnyOf(Properties.Names.Concat(Properties.WithoutDocument))}){End}(?!\\s*:)"),
                ["member"] = Match("variable.other.member.docscript", $"(?<=\\.){Name}"),
                ["key"] = Match("support.type.property-name.docscript", $"{Start}{Name}(?=\\s*:)"),
                ["brackets"] = new JsonObject { ["begin"] = @"\{", ["end"] = @"\}", ["patterns"] = expressions.DeepClone() },
                ["rawText"] = new JsonObject { ["name"] = "string.quoted.triple.docscript", ["begin"] = "(\"{3,})", ["end"] = @"\1" },
                ["text"] = new JsonObject
                {
                    ["name"] = "string.quoted.double.docscript",
                    ["begin"] = "\"",
                    ["end"] = "\"|$",
                    ["patterns"] = new JsonArray(
                        Match("constant.character.escape.docscript", @"\\(?:[ntr""\\$]|u\{[0-9A-Fa-f]{1,6}\})"),
                        Match("invalid.illegal.escape.docscript", @"\\."),
                        new JsonObject
                        {
                            ["name"] = "meta.embedded.docscript",
                            ["begin"] = @"\$\{",
                            ["end"] = @"\}",
                            ["beginCaptures"] = Capture((0, "punctuation.section.embedded.docscript")),
                            ["endCaptures"] = Capture((0, "punctuation.section.embedded.docscript")),
                            ["patterns"] = expressions,
                        }),
                },
            },
        };
        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Match(string scope, string pattern) => new() { ["name"] = scope, ["match"] = pattern };

    private static JsonObject Captures(string pattern, params ReadOnlySpan<(int Group, string Scope)> groups) => new() { ["match"] = pattern, ["captures"] = Capture(groups) };

    private static JsonObject Capture(params ReadOnlySpan<(int Group, string Scope)> groups)
    {
        var captures = new JsonObject();
        foreach (var (group, scope) in groups) captures[group.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject { ["name"] = scope };
        return captures;
    }

    private static JsonObject Patterns(params JsonNode[] patterns) => new() { ["patterns"] = new JsonArray(patterns) };

    private static JsonArray Includes(params string[] names) => new([.. names.Select(name => new JsonObject { ["include"] = "#" + name })]);

    // The longest first: the engine takes the first alternative that fits.
    private static string AnyOf(IEnumerable<string> words) => string.Join('|', words.Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Escaped));

    private static string Escaped(string word) => string.Concat(word.Select(c => "\\*+?|{}[]()^$.#/".Contains(c, StringComparison.Ordinal) ? "\\" + c : c == ' ' ? @"\s+" : c.ToString()));
}
