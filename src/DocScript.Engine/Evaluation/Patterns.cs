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
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                throw new ScriptFault(EngineCodes.BadPattern, $"bad pattern: {e.Message.TrimEnd('.')}", span, help: "look-around and back references are not offered");
            }

            _compiled[pattern] = regex;
        }

        return regex.IsMatch(text);
    }
}
