using DocScript.Documents.Values;
using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Functions;

/// <summary>Functions on lists.</summary>
internal static class ListFunctions
{
    public static readonly Function[] All =
    [
        new("count", "count(list)", 1, 1, "How many elements a list, or entries an object, has; 0 for null.", "print count([1, 2])") { Body = Count },
        new("join", "join(list, separator)", 2, 2, "The elements as one text with a separator between.", "print join([\"a\", \"b\"], \", \")") { Body = Join },
        new("first", "first(list)", 1, 1, "The first element, or null when there is none.", "print first([1, 2])") { Body = call => call.IsNull(0) ? Value.Null : call.List(0).Items is [var first, ..] ? first : Value.Null },
        new("last", "last(list)", 1, 1, "The last element, or null when there is none.", "print last([1, 2])") { Body = call => call.IsNull(0) ? Value.Null : call.List(0).Items is [.., var last] ? last : Value.Null },
        new("slice", "slice(list or text, start[, end])", 2, 3, "The part from start up to, not including, end; negative numbers count from the end; a text counts in characters.", "print slice(\"abcdef\", 1, 3)") { Body = Slice },
        new("coalesce", "coalesce(value, …)", 1, 100, "The first argument that is not null.", "print coalesce(null, \"b\")") { Body = Coalesce },
    ];

    private static IntegerValue Count(FunctionCall call) => call[0] switch
    {
        ListValue list => new IntegerValue(list.Items.Length),
        ObjectValue entries => new IntegerValue(entries.Entries.Count),
        NullValue => new IntegerValue(0),
        _ => throw call.Wrong(0, "a list or an object (length() counts the characters of a text)"),
    };

    private static Value Join(FunctionCall call)
    {
        if (call.IsNull(0)) return Value.Null;
        var separator = call.Text(1);
        var pieces = call.List(0).Items.Select(ValueText.Of).ToList();
        call.Evaluator.Sizes.CheckLength(pieces.Sum(piece => (long)piece.Length + separator.Length), call.Span);
        return new TextValue(string.Join(separator, pieces));
    }

    private static Value Slice(FunctionCall call)
    {
        switch (call[0])
        {
            case NullValue:
                return Value.Null;
            case ListValue list:
                var (start, end) = Bounds(call, list.Items.Length);
                return new ListValue(list.Items[start..end]);
            case TextValue text:
                var runes = text.Text.EnumerateRunes().ToArray();
                var (from, to) = Bounds(call, runes.Length);
                return new TextValue(string.Concat(runes[from..to]));
            default:
                throw call.Wrong(0, "a list or text");
        }
    }

    private static (int Start, int End) Bounds(FunctionCall call, int length)
    {
        var start = FromStart(call.Whole(1), length);
        var end = call.Count == 3 && !call.IsNull(2) ? FromStart(call.Whole(2), length) : length;
        return (start, Math.Max(start, end));
    }

    private static int FromStart(int index, int length) => Math.Clamp(index < 0 ? index + length : index, 0, length);

    private static Value Coalesce(FunctionCall call)
    {
        for (var i = 0; i < call.Count; i++)
            if (!call.IsNull(i))
                return call[i];
        return Value.Null;
    }
}
