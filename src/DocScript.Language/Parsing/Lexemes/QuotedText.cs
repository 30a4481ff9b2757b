using System.Globalization;
using System.Text;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>A text in quotes on one line, with escapes and <c>${…}</c>; scanned once, from quote to quote.</summary>
internal ref struct QuotedText(Cursor open, bool isName)
{
    private const string Special = "\"\\$\n";

    private readonly string _text = open.Source;
    private readonly ParseState _state = open.State;
    private StringBuilder? _piece;
    private readonly int _firstPart = open.State.Nodes.Count;
    private bool _isInterpolated;
    private int _position = open.Position + 1;
    private int _copied = open.Position + 1;
    private int _pieceStart = open.Position + 1;
    private int _height = 1;

    /// <summary>The text that starts here.</summary>
    public static Expression? Read(ref Cursor cursor)
    {
        var open = cursor;
        var text = new QuotedText(open, isName: false);
        var expression = text.ReadToQuote(ref cursor) ? text.Finish() : null;
        if (expression is null) return null;
        expression.StandsAt(open.Position, text._position);
        open.State.Height = text._height;
        cursor = open.After(text._position);
        return expression;
    }

    /// <summary>The name in quotes that starts at the cursor, which stays there, and where it ends; null, with the cursor where the closing quote was missed.</summary>
    public static string? Name(ref Cursor cursor, out int end)
    {
        var text = new QuotedText(cursor, isName: true);
        var isClosed = text.ReadToQuote(ref cursor);
        end = text._position;
        return isClosed ? text.TakePiece(end - 1) : null;
    }

    private Expression Finish()
    {
        if (!_isInterpolated) return new TextLiteral(TakePiece(_position - 1));
        AddPiece(_position - 1);
        return new InterpolatedText(_state.Nodes.TakeFrom<Expression>(_firstPart));
    }

    private bool ReadToQuote(ref Cursor cursor)
    {
        while (true)
        {
            var found = _text.AsSpan(_position).IndexOfAny(Special);
            _position = found < 0 ? _text.Length : _position + found;
            if (_position >= _text.Length || _text[_position] == '\n') return Unclosed(ref cursor);
            switch (_text[_position])
            {
                case '"':
                    _position++;
                    return true;
                case '\\':
                    ReadEscape();
                    break;
                default:
                    if (_position + 1 >= _text.Length || _text[_position + 1] != '{') _position++;
                    else if (isName) RefuseInterpolation();
                    else if (!ReadInterpolation(ref cursor)) return false;
                    break;
            }
        }
    }

    private bool ReadInterpolation(ref Cursor cursor)
    {
        var brace = open.At(_position + 1);
        cursor = brace;
        if (open.Depth >= SyntaxLimits.Nesting)
        {
            cursor.FailNested<Expression>();
            return false;
        }

        AddPiece(_position);
        cursor = brace.Inside(brace.Position + 1);
        var value = Operators.Expression(ref cursor);
        if (value is null || cursor.Current != '}')
        {
            _state.StaysOpen(brace.Position, cursor.Position);
            if (value is not null) _state.Expect(cursor.Position, Lexeme.Expected('}'));
            return false;
        }

        // A text inside ${ } is kept apart from the pieces around it, else printing would melt them together.
        if (value is TextLiteral)
        {
            var span = value.Span;
            value = new ParenthesizedExpression(value);
            value.StandsAt(span.Start, span.End);
        }

        _state.Nodes.Add(value);
        _height = Math.Max(_height, _state.Height + 1);
        _position = _copied = _pieceStart = cursor.Position + 1;
        return true;
    }

    private void ReadEscape()
    {
        var start = _position;
        var c = start + 1 < _text.Length ? _text[start + 1] : '\n';
        _position = start + 2;
        switch (c)
        {
            case 'n': Replace(start, '\n'); break;
            case 't': Replace(start, '\t'); break;
            case 'r': Replace(start, '\r'); break;
            case '"' or '\\' or '$': Replace(start, c); break;
            case 'u' when ReadCodePoint(start) is { } rune: Replace(start, rune); break;
            case 'u': BadEscape(start, 2, "write the character's code in hexadecimal digits: \\u{1F600}"); break;
            case '\n': _position = start + 1; break;
            case '\r' when start + 2 < _text.Length && _text[start + 2] == '\n': break;
            default: BadEscape(start, char.IsHighSurrogate(c) ? 3 : 2, "a text knows \\n \\t \\r \\\" \\\\ \\$ and \\u{1F600}; write \\\\ for a backslash"); break;
        }
    }

    private Rune? ReadCodePoint(int start)
    {
        var digits = start + 3;
        if (digits > _text.Length || _text[start + 2] != '{') return null;
        var end = digits;
        while (end < _text.Length && end - digits < 7 && char.IsAsciiHexDigit(_text[end])) end++;
        if (end >= _text.Length || _text[end] != '}' || end == digits || end - digits > 6) return null;
        var code = int.Parse(_text.AsSpan(digits, end - digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (!Rune.IsValid(code)) return null;
        _position = end + 1;
        return new Rune(code);
    }

    private void BadEscape(int start, int length, string help)
    {
        _position = Math.Min(start + length, _text.Length);
        _state.Report(SyntaxCodes.BadEscape, Span.Between(start, _position), $"unknown escape '{_text[start.._position]}' in a text", help: help);
    }

    private void RefuseInterpolation()
    {
        _state.Report(
            SyntaxCodes.InterpolatedName, new(_position, 2), "a name in quotes can't hold ${…}",
            help: "write \\${ for these characters; for a component whose id is computed write component(\"…\")");
        _position += 2;
    }

    private bool Unclosed(ref Cursor cursor)
    {
        var end = _position > open.Position + 1 && _text[_position - 1] == '\r' ? _position - 1 : _position;
        _state.Fail<Expression>(
            ref cursor, _position, SyntaxCodes.UnclosedText, Span.Between(open.Position, end), "the text has no closing quote on its line", "no '\"' here",
            "close it with '\"'; a text of several lines stands between \"\"\" and \"\"\"");
        return false;
    }

    private void Replace(int start, char with)
    {
        CopyTo(start);
        _piece!.Append(with);
    }

    private void Replace(int start, Rune with)
    {
        CopyTo(start);
        _piece!.Append(with.ToString());
    }

    private void CopyTo(int end)
    {
        _piece ??= new();
        _piece.Append(_text, _copied, end - _copied);
        _copied = _position;
    }

    private void AddPiece(int end)
    {
        _isInterpolated = true;
        var start = _pieceStart;
        if (TakePiece(end) is not { Length: > 0 } piece) return;
        var literal = new TextLiteral(piece);
        literal.StandsAt(start, end);
        _state.Nodes.Add(literal);
    }

    private string TakePiece(int end)
    {
        Surrogates.Check(_state, _pieceStart, end);
        if (_piece is not { Length: > 0 }) return _text[_copied..end];
        _piece.Append(_text, _copied, end - _copied);
        var piece = _piece.ToString();
        _piece.Clear();
        return piece;
    }
}
