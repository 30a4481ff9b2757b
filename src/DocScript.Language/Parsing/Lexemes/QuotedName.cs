using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>Any text in quotes where a name stands.</summary>
internal static class QuotedName
{
    /// <summary>The name that starts with the quote here.</summary>
    public static Name? Read(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (QuotedText.Name(ref cursor, out var end) is not { } text) return null;
        var name = new Name(text);
        name.StandsAt(start, end);
        cursor = cursor.After(end);
        return name;
    }
}
