using DocScript.Language.Diagnostics;

namespace DocScript.Language.Parsing;

/// <summary>Half a surrogate pair is no character: no file and no store can hold it.</summary>
internal static class Surrogates
{
    /// <summary>What to do about one.</summary>
    public const string Help = "remove it, or write the whole character";

    /// <summary>Reports the first half pair between two positions.</summary>
    public static void Check(ParseState state, int start, int end)
    {
        var text = state.Text.AsSpan(0, end);
        while (start < end)
        {
            var found = text[start..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (found < 0) return;
            start += found;
            if (!char.IsHighSurrogate(text[start]) || start + 1 >= end || !char.IsLowSurrogate(text[start + 1]))
            {
                state.Report(SyntaxCodes.StrayCharacter, new(start, 1), "half of a surrogate pair is not a character", help: Help);
                return;
            }

            start += 2;
        }
    }
}
