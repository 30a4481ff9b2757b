using System.Buffers;
using System.Text;

namespace DocScript.Language.Diagnostics;

/// <summary>Text as a terminal can show it: tabs as spaces, control characters as pictures, and how many columns it takes.</summary>
public static class DisplayText
{
    private const int TabStop = 4;

    /// <summary>Adds the text to <paramref name="to"/>, where <paramref name="column"/> columns stand already; returns the column after it.</summary>
    public static int Append(StringBuilder to, ReadOnlySpan<char> text, int column)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '\t')
            {
                var stop = TabStop - column % TabStop;
                to.Append(' ', stop);
                column += stop;
                text = text[1..];
                continue;
            }

            var status = Rune.DecodeFromUtf16(text, out var rune, out var taken);
            if (status != OperationStatus.Done) rune = Rune.ReplacementChar;
            rune = Visible(rune);
            to.Append(rune.ToString());
            column += Width(rune);
            text = text[taken..];
        }

        return column;
    }

    /// <summary>The text with everything visible that a terminal would obey instead of show; line ends stay.</summary>
    public static string Harmless(string text)
    {
        var clean = true;
        foreach (var c in text)
            if (c is not '\n' && (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format))
                clean = false;
        if (clean) return text;
        var shown = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            Append(shown, line, 0);
            shown.Append('\n');
        }

        return shown.ToString(0, shown.Length - 1);
    }

    private static Rune Visible(Rune rune) => rune.Value switch
    {
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        >= 0x80 and < 0xA0 => Rune.ReplacementChar,
        0x200D => rune,
        _ when Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator => Rune.ReplacementChar,
        _ => rune,
    };

    private static int Width(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        0x200D or (>= 0xFE00 and <= 0xFE0F) => 0,
        _ when Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.EnclosingMark => 0,
        >= 0x1100 and <= 0x115F => 2,
        >= 0x2E80 and <= 0x303E => 2,
        >= 0x3041 and <= 0xA4CF => 2,
        >= 0xAC00 and <= 0xD7A3 => 2,
        >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE30 and <= 0xFE6F => 2,
        >= 0xFF00 and <= 0xFF60 => 2,
        >= 0xFFE0 and <= 0xFFE6 => 2,
        >= 0x1F300 and <= 0x1F64F => 2,
        >= 0x1F680 and <= 0x1F6FF => 2,
        >= 0x1F900 and <= 0x1F9FF => 2,
        >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };
}
