using System.Text;
using DocScript.Documents.Values;

namespace DocScript.Testing.Fuzzing;

/// <summary>What a value can be cut down to, of its own kind.</summary>
internal static class SmallerValues
{
    private const int FewRunes = 24;

    /// <summary>The values that are smaller by one cut, the largest cuts first.</summary>
    public static IEnumerable<Value> Of(Value value) => value switch
    {
        TextValue text => OfText(text.Text).Select(smaller => new TextValue(smaller)),
        IntegerValue { Integer: not 0 } number => new[] { 0, 1, number.Integer / 2 }.Where(smaller => Math.Abs((decimal)smaller) < Math.Abs((decimal)number.Integer)).Select(smaller => new IntegerValue(smaller)),
        DecimalValue { Decimal: not 0 } number => new[] { 0, decimal.Truncate(number.Decimal / 2) }.Where(smaller => Math.Abs(smaller) < Math.Abs(number.Decimal)).Select(smaller => new DecimalValue(smaller)),
        ListValue list => OfList(list),
        ObjectValue entries => OfObject(entries),
        _ => [],
    };

    /// <summary>Shorter texts, cut between whole characters.</summary>
    public static IEnumerable<string> OfText(string text)
    {
        if (text.Length == 0) yield break;
        yield return "";
        var runes = text.EnumerateRunes().ToList();
        for (var cut = runes.Count / 2; cut > 0 && cut >= runes.Count / 32; cut /= 2)
        {
            yield return Text(runes[..^cut]);
            yield return Text(runes[cut..]);
        }

        if (runes.Count > FewRunes) yield break;
        for (var i = 0; i < runes.Count && runes.Count > 1; i++) yield return Text(runes.Where((_, index) => index != i));
        for (var i = 0; i < runes.Count; i++)
            if (runes[i].Value != 'a')
                yield return Text(runes.Select((rune, index) => index == i ? new Rune('a') : rune));
    }

    /// <summary>Objects with an entry less, or a smaller value.</summary>
    public static IEnumerable<ObjectValue> OfObject(ObjectValue entries)
    {
        foreach (var (key, _) in entries.Entries) yield return ObjectValue.Of(entries.Entries.Where(entry => entry.Key != key));
        foreach (var (key, value) in entries.Entries)
            foreach (var smaller in Of(value))
                yield return entries.With(key, smaller);
    }

    private static IEnumerable<Value> OfList(ListValue list)
    {
        for (var i = 0; i < list.Items.Length; i++) yield return new ListValue(list.Items.RemoveAt(i));
        for (var i = 0; i < list.Items.Length; i++)
            foreach (var smaller in Of(list.Items[i]))
                yield return new ListValue(list.Items.SetItem(i, smaller));
    }

    private static string Text(IEnumerable<Rune> runes) => string.Concat(runes.Select(rune => rune.ToString()));
}
