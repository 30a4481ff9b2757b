using System.Text.RegularExpressions;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Evaluation;

/// <summary>The regular expressions of a run, compiled once each; they never backtrack, so a match takes time in proportion to the text.</summary>
internal sealed class Patterns
{
    private readonly Dictionary<string, Regex> _compiled = new(StringComparer.Ordinal);

    public bool IsMatch(string text, string pattern, Span span)
    {
        if (!_compiled.TryGetValue(pattern, out var regex))
        {
            try
            {
                regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            }
            catch (RegexParseException e)
            {
                throw new ScriptFault(EngineCodes.BadPattern, $"'{pattern}' is no pattern: {Words(e.Error)} at character {e.Offset}", span, help: "a pattern is a regular expression; '\\\\' before a character takes it as it is");
            }
            catch (NotSupportedException)
            {
                throw new ScriptFault(EngineCodes.BadPattern, $"'{pattern}' is no pattern: it would need backtracking", span, help: "leave out look-around and back references");
            }

            _compiled[pattern] = regex;
        }

        return regex.IsMatch(text);
    }

    // InsufficientClosingParentheses
    private static string Words(RegexParseError error) =>
        string.Concat(error.ToString().Select((letter, index) => char.IsAsciiLetterUpper(letter) && index > 0 ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
