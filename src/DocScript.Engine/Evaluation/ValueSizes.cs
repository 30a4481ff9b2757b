using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Evaluation;

/// <summary>Keeps a value within size and depth, also one whose parts are shared and would only grow when it is written out.</summary>
internal sealed class ValueSizes(int most)
{
    private const int DeepestNesting = 64;

    public int Most { get; } = most;

    private string Words => Most >= 1024 * 1024 ? $"{Most / (1024 * 1024)} MiB" : $"{Most} characters";

    public Value Check(Value value, Span span)
    {
        long left = Most;
        if (value.Depth > DeepestNesting || !Fits(value, ref left))
            throw new ScriptFault(EngineCodes.ValueTooLarge, $"a value would hold more than {Words} or {DeepestNesting} levels", span, help: "keep it in parts");
        return value;
    }

    /// <summary>Refuses a text before it is made.</summary>
    public void CheckLength(long characters, Span span)
    {
        if (characters > Most)
            throw new ScriptFault(EngineCodes.ValueTooLarge, $"a value would hold more than {Words}", span, help: "keep it in parts");
    }

    private static bool Fits(Value value, ref long left)
    {
        switch (value)
        {
            case TextValue text:
                left -= text.Text.Length;
                break;
            case ListValue list:
                left -= 8;
                foreach (var item in list.Items)
                    if (!Fits(item, ref left))
                        return false;
                break;
            case ObjectValue entries:
                left -= 8;
                foreach (var (key, entry) in entries.Entries)
                {
                    left -= key.Length;
                    if (!Fits(entry, ref left)) return false;
                }

                break;
            default:
                left -= 8;
                break;
        }

        return left >= 0;
    }
}
