namespace DocScript.Language.Grammar;

/// <summary>
/// A few fixed words and what each leads to, found by the text without a string of it. Words with one beginning stand together, so that a look-up compares hardly any;
/// unlike a frozen dictionary it costs next to nothing to build, which every start of the program does.
/// </summary>
internal sealed class WordTable<T>
    where T : class
{
    private const int Beginnings = 32;

    private readonly string[] _words;
    private readonly T[] _values;

    // Where the words of each beginning start; one more for the end of the last.
    private readonly int[] _starts = new int[Beginnings + 1];

    public WordTable(IReadOnlyCollection<string> words, Func<string, T> value)
    {
        _words = [.. words];
        Array.Sort(_words, static (a, b) => BeginningOf(a).CompareTo(BeginningOf(b)));
        _values = new T[_words.Length];
        for (var i = 0; i < _words.Length; i++)
        {
            _values[i] = value(_words[i]);
            _starts[BeginningOf(_words[i]) + 1] = i + 1;
        }

        for (var i = 1; i < _starts.Length; i++) _starts[i] = Math.Max(_starts[i], _starts[i - 1]);
    }

    public IReadOnlyList<string> Words => _words;

    /// <summary>What a word leads to, or null.</summary>
    public T? Find(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return null;
        var beginning = BeginningOf(word);
        for (var i = _starts[beginning]; i < _starts[beginning + 1]; i++)
            if (word.SequenceEqual(_words[i])) return _values[i];
        return null;
    }

    private static int BeginningOf(ReadOnlySpan<char> word) => word[0] % Beginnings;
}
