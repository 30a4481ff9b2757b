using System.Text;
using System.Text.Json;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using static System.FormattableString;

namespace DocScript.Engine.Json.Reading;

/// <summary>
/// JSON as the literals that it is in the language, each with its place in the text, so that an error can show it. Strict: no comments, no key twice, no number that would be rounded,
/// no half of a surrogate pair. Read without recursion, to a depth that the caller names.
/// </summary>
internal sealed class JsonTree
{
    private readonly Stack<Open> _open = new();
    private readonly SourceText _source;
    private readonly JsonProblems _problems;
    private readonly byte[] _bytes;
    private Expression? _root;
    private int _byte;
    private int _char;

    private JsonTree(SourceText source, JsonProblems problems) => (_source, _problems, _bytes) = (source, problems, Encoding.UTF8.GetBytes(source.Text));

    /// <summary>The value of a text, or null where a problem was added.</summary>
    public static Expression? Read(SourceText source, int depth, JsonProblems problems)
    {
        var tree = new JsonTree(source, problems);
        if (tree._bytes.Length <= JsonLimits.Bytes) return tree.Read(depth);
        problems.Add(new(JsonProblemKind.Limit, JsonPlace.Root, new(0, 0), $"the JSON is larger than {JsonLimits.Bytes / 1024 / 1024} MiB", Help: "give a smaller file"));
        return null;
    }

    private Expression? Read(int depth)
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (!_problems.IsFull && reader.Read())
            {
                var start = CharAt((int)reader.TokenStartIndex);
                // Behind a key the reader has taken the colon too.
                var span = Span.Between(start, CharAt(reader.TokenType == JsonTokenType.PropertyName ? (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2 : (int)reader.BytesConsumed));
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray when _open.Count == depth:
                        var place = Place();
                        _problems.Add(new(JsonProblemKind.Limit, place, span, Invariant($"{place.Shown} lies too deep: the language nests at most {SyntaxLimits.Nesting} deep"), Help: "make it flatter"));
                        return null;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray: _open.Push(new(start, reader.TokenType == JsonTokenType.StartObject)); break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray: Add(_open.Pop().Close(span.End)); break;
                    case JsonTokenType.PropertyName: Key(new(Text(ref reader, span)) { Span = span }); break;
                    default: Add(Leaf(ref reader, span)); break;
                }
            }
        }
        catch (JsonException wrong)
        {
            _problems.Add(NotJson(wrong));
        }

        return _problems.Any ? null : _root;
    }

    private void Add(Expression value)
    {
        if (_open.TryPeek(out var open)) open.Add(value);
        else _root = value;
    }

    private void Key(Name key)
    {
        var isNew = _open.Peek().Begin(key);
        if (isNew) return;
        var place = Place();
        _problems.Add(new(JsonProblemKind.DuplicateKey, place, key.Span, $"{place.Shown} stands twice", Help: "keep one of them"));
    }

    private Expression Leaf(ref Utf8JsonReader reader, Span span)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return new TextLiteral(Text(ref reader, span)) { Span = span };
            case JsonTokenType.True or JsonTokenType.False: return new BooleanLiteral(reader.GetBoolean()) { Span = span };
            case JsonTokenType.Null: return new NullLiteral { Span = span };
        }

        var digits = Encoding.UTF8.GetString(reader.ValueSpan);
        if (JsonNumber.Read(digits, span) is { } number) return number;
        var place = Place();
        _problems.Add(new(
            JsonProblemKind.NoValue, place, span, $"{place.Shown} is {digits.Shortened()}, which no number of the language holds",
            Help: "integers have 64 bits, decimals 28 digits; write what is beyond as a text"));
        return new NullLiteral { Span = span };
    }

    private string Text(ref Utf8JsonReader reader, Span span)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var place = Place();
            _problems.Add(new(JsonProblemKind.NoValue, place, span, $"{place.Shown} has half of a surrogate pair, which is not a character", Help: "remove it, or write both halves"));
            return "";
        }
    }

    private JsonPlace Place()
    {
        var place = JsonPlace.Root;
        foreach (var open in _open.Reverse()) place = open.Key is { } key ? place.Member(key.Text) : open.IsObject ? place : place.Item(open.Count);
        return place;
    }

    private JsonProblem NotJson(JsonException wrong)
    {
        var line = _source.LineSpan((int)(wrong.LineNumber ?? 0) + 1);
        var bytes = Encoding.UTF8.GetBytes(_source.Text, line.Start, line.Length);
        var column = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)Math.Min(bytes.Length, wrong.BytePositionInLine ?? 0)));
        var (at, place) = (new Span(Math.Min(line.Start + column, _source.Text.Length), 1), Place());
        if (_root is not null)
            return new(JsonProblemKind.NotJson, place, at, "the JSON goes on after its end", Label: "a second value", Help: "one text holds one value; convert the lines of JSON lines one by one");
        const string Help = "JSON has no comments, no comma before a closing bracket, no single quotes, no NaN";
        if (at.Start < _source.Text.Length) return new(JsonProblemKind.NotJson, place, at, $"this is not JSON: {Character(_source.Text, at.Start)} can't stand here", Help: Help);
        if (string.IsNullOrWhiteSpace(_source.Text)) return new(JsonProblemKind.NotJson, place, at, "there is nothing here, and JSON was expected", Help: "give a file with JSON in it, or pipe it in");
        return new(JsonProblemKind.NotJson, place, at, $"the JSON ends inside {place.Shown}", Help: "close it; the text may have been cut off");
    }

    private static string Character(string text, int position) => Rune.TryGetRuneAt(text, position, out var rune) && !Rune.IsControl(rune) ? $"'{rune}'" : "a line end or control character";

    // Tokens come in order, so that each stretch of the text is counted once.
    private int CharAt(int position)
    {
        if (_bytes.Length == _source.Text.Length) return position;
        _char += Encoding.UTF8.GetCharCount(_bytes.AsSpan(_byte, position - _byte));
        _byte = position;
        return _char;
    }

    /// <summary>An object or list that is not closed yet.</summary>
    private sealed class Open(int start, bool isObject)
    {
        private readonly List<Expression> _elements = [];
        private readonly List<ObjectEntry> _entries = [];
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

        public bool IsObject => isObject;

        public Name? Key { get; private set; }

        public int Count => _elements.Count;

        public bool Begin(Name key)
        {
            Key = key;
            return _keys.Add(key.Text);
        }

        public void Add(Expression value)
        {
            if (Key is null) _elements.Add(value);
            else _entries.Add(new(Key, value) { Span = Span.Between(Key.Span.Start, value.Span.End) });
            Key = null;
        }

        public Expression Close(int end) => isObject
            ? new ObjectExpression([.. _entries]) { Span = Span.Between(start, end) }
            : new ListExpression([.. _elements]) { Span = Span.Between(start, end) };
    }
}
