namespace DocScript.Language.Parsing;

/// <summary>Finds where to go on after a statement that was not understood. Looks at the text from the statement's start once, and never goes back behind its failure.</summary>
internal static class Recovery
{
    /// <summary>A line end, <c>;</c>, <c>}</c> or statement behind the failure; blocks on the way are parsed for their errors.</summary>
    public static Cursor NextStatement(Cursor start, Cursor failure)
    {
        if (failure.Position > start.Position && IsFirstOnLine(failure) && CommandParser.IsStatementStart(failure)) return start.At(failure.Position);
        var text = start.Source;
        var position = start.Position;
        var depth = 0;
        while (position < text.Length)
        {
            var beyond = position >= failure.Position;
            switch (text[position])
            {
                case '"':
                    position = SkipText(text, position);
                    break;
                case '#':
                    position = EndOfLine(text, position);
                    break;
                case '\n' when beyond:
                    var next = depth == 0 ? start.State.Spaces.SkipWithinStatement(position) : start.State.Spaces.SkipAll(position);
                    if (next == position || CommandParser.IsStatementStart(start.At(next))) return start.At(next);
                    position = next;
                    break;
                case ';' when beyond:
                    return start.At(position);
                case '(' or '[':
                    depth++;
                    position++;
                    break;
                case ')' or ']':
                    depth = Math.Max(0, depth - 1);
                    position++;
                    break;
                case '{' when beyond && depth == 0 && IsBlock(start.At(position)):
                    var inner = start.At(position);
                    Blocks.Block(ref inner);
                    position = inner.Position;
                    break;
                case '{':
                    depth++;
                    position++;
                    break;
                case '}' when depth == 0 && beyond:
                    return start.At(position);
                case '}':
                    depth = Math.Max(0, depth - 1);
                    position++;
                    break;
                default:
                    position++;
                    break;
            }
        }

        return start.At(text.Length);
    }

    private static bool IsFirstOnLine(Cursor cursor)
    {
        var position = cursor.Position - 1;
        while (position >= 0 && cursor.Source[position] is ' ' or '\t') position--;
        return position < 0 || cursor.Source[position] == '\n';
    }

    // A brace opens an object when a key or the closing brace follows.
    private static bool IsBlock(Cursor brace)
    {
        if (brace.Depth >= SyntaxLimits.Nesting) return false;
        var inner = brace.At(brace.State.Spaces.SkipAll(brace.Position + 1));
        if (inner.Current is '}' or '"') return false;
        var end = inner.Position + Grammar.Names.LengthAt(inner.Source, inner.Position);
        return end > inner.Position && inner.At(brace.State.Spaces.SkipAll(end)).Current != ':';
    }

    private static int SkipText(string text, int position)
    {
        var quotes = position;
        while (quotes < text.Length && text[quotes] == '"') quotes++;
        var count = quotes - position;
        if (count == 2) return quotes;
        if (count > 2)
        {
            var close = text.AsSpan(quotes).IndexOf(text.AsSpan(position, count));
            return close < 0 ? text.Length : quotes + close + count;
        }

        position++;
        while (position < text.Length && text[position] is not ('"' or '\n')) position += text[position] == '\\' && position + 1 < text.Length && text[position + 1] != '\n' ? 2 : 1;
        return position < text.Length && text[position] == '"' ? position + 1 : position;
    }

    private static int EndOfLine(string text, int position)
    {
        var end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end;
    }
}
