using System.Text;
using System.Text.RegularExpressions;

namespace DocScript.Documents.Designs;

/// <summary>A pattern of a design, which is written for JavaScript, as one of .NET that never backtracks.</summary>
internal static class MetadataPattern
{
    /// <exception cref="FormatException">It is no pattern, or needs backtracking.</exception>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(EndsOnlyAtTheEnd(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException($"'regex' is no pattern: {wrong.Message.TrimEnd('.')}", wrong);
        }
        catch (NotSupportedException wrong)
        {
            throw new FormatException("'regex' can't be matched without backtracking: take out look-around, back references and large repetitions", wrong);
        }
    }

    // For .NET '$' also stands before a last line end, which JavaScript would not let pass.
    private static string EndsOnlyAtTheEnd(string pattern)
    {
        var text = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\' when i + 1 < pattern.Length: text.Append(pattern[i++]); break;
                case '[': inClass = true; break;
                case ']': inClass = false; break;
                case '$' when !inClass: text.Append(@"\z"); continue;
            }

            text.Append(pattern[i]);
        }

        return text.ToString();
    }
}
