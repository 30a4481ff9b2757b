using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>Any text in quotes where a name stands.</summary>
internal static class QuotedName
{
    /// <summary>The name that starts with the quote here.</summary>
    public static IResult<Name> Parse(Cursor open)
    {
        var (text, end, failure) = QuotedText.Name(open);
        if (text is null) return new Failure<Name>(failure!.Remainder);
        var name = new Name(text);
        name.StandsAt(open.Position, end);
        return open.Accept(name, end);
    }
}
