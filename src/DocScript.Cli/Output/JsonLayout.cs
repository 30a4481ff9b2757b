using System.Text;
using System.Text.Json;

namespace DocScript.Cli.Output;

/// <summary>JSON laid out for people and diffs: what fits on a line stays on one, all else has a line for each member or item.</summary>
internal sealed class JsonLayout
{
    private const int Width = 120, Step = 2;

    private readonly StringBuilder _text = new();
    private readonly Stack<Open> _open = new();
    private int _lineStart;
    private bool _afterName;

    /// <summary>The layout of JSON without white space, with a line end.</summary>
    public static string Of(ReadOnlySpan<byte> json) => new JsonLayout().Write(json).Append('\n').ToString();

    private StringBuilder Write(ReadOnlySpan<byte> json)
    {
        var widths = Widths(json);
        var reader = Reader(json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Begin();
                    // A comma may follow.
                    _open.Push(new(_text.Length - _lineStart + widths.Dequeue() >= Width, reader.TokenType == JsonTokenType.StartObject ? '}' : ']'));
                    _text.Append(_open.Peek().Bracket == '}' ? '{' : '[');
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var closed = _open.Pop();
                    if (closed.IsBroken) NewLine();
                    _text.Append(closed.Bracket);
                    break;
                case JsonTokenType.PropertyName:
                    Begin();
                    _text.Append(Text(ref reader)).Append(": ");
                    _afterName = true;
                    break;
                default:
                    Begin();
                    _text.Append(Text(ref reader));
                    break;
            }
        }

        return _text;
    }

    /// <summary>How wide each object and list is on one line, in the order in which they begin.</summary>
    private static Queue<int> Widths(ReadOnlySpan<byte> json)
    {
        var (widths, starts) = (new List<int>(), new Stack<(int Index, int Start)>());
        var reader = Reader(json);
        var (width, isNext) = (0, false);
        while (reader.Read())
        {
            var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (isNext && !isEnd) width += ", ".Length;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                starts.Push((widths.Count, width));
                widths.Add(0);
            }

            width += Encoding.UTF8.GetCharCount(reader.ValueSpan) + reader.TokenType switch { JsonTokenType.PropertyName => "\"\": ".Length, JsonTokenType.String => "\"\"".Length, _ => 0 };
            isNext = reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
            if (!isEnd) continue;
            var (index, start) = starts.Pop();
            widths[index] = width - start;
        }

        return new Queue<int>(widths);
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });

    private static string Text(ref Utf8JsonReader reader)
    {
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? $"\"{text}\"" : text;
    }

    private void Begin()
    {
        var isMember = _afterName;
        _afterName = false;
        if (isMember || !_open.TryPeek(out var open)) return;
        if (open.Count++ > 0) _text.Append(open.IsBroken ? "," : ", ");
        if (open.IsBroken) NewLine();
    }

    private void NewLine()
    {
        _text.Append('\n');
        _lineStart = _text.Length;
        _text.Append(' ', Step * _open.Count);
    }

    private sealed class Open(bool isBroken, char bracket)
    {
        public bool IsBroken => isBroken;

        public char Bracket => bracket;

        public int Count { get; set; }
    }
}
