using System.Collections;

namespace DocScript.Language.Grammar;

/// <summary>A few fixed words of the language, in the order in which they were given.</summary>
public sealed class WordSet : IReadOnlyList<string>
{
    private readonly string[] _words;
    private readonly WordTable<string> _table;

    internal WordSet(params string[] words) => (_words, _table) = (words, new(words, word => word));

    /// <inheritdoc/>
    public int Count => _words.Length;

    /// <inheritdoc/>
    public string this[int index] => _words[index];

    /// <summary>Whether it is one of them.</summary>
    public bool Contains(string word) => Contains(word.AsSpan());

    /// <summary>Whether it is one of them.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _table.Find(word) is not null;

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _words.GetEnumerator();
}
