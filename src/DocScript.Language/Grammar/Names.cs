using System.Buffers;
using System.Text;

namespace DocScript.Language.Grammar;

/// <summary>What is a name without quotes: a letter or <c>_</c>, then letters, digits, <c>_</c>, <c>-</c>.</summary>
public static class Names
{
    /// <summary>Whether the whole text can stand without quotes where a name is expected.</summary>
    public static bool IsBare(ReadOnlySpan<char> text) => !text.IsEmpty && LengthAt(text, 0) == text.Length;

    /// <summary>The length of the name that starts at a position, 0 if none does.</summary>
    internal static int LengthAt(ReadOnlySpan<char> text, int position)
    {
        var start = position;
        while (position < text.Length)
        {
            var c = text[position];
            if (c < 128)
            {
                if (!(char.IsAsciiLetter(c) || c == '_' || (position > start && (char.IsAsciiDigit(c) || c == '-')))) break;
                position++;
            }
            else
            {
                if (Rune.DecodeFromUtf16(text[position..], out var rune, out var taken) != OperationStatus.Done || !Rune.IsLetter(rune)) break;
                position += taken;
            }
        }

        return position - start;
    }
}
