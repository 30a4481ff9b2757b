// A placeholder for a translation: what a dictionary knows is put in, the rest stays for the translator to see.

/// <summary>Replaces the words of a document's texts by those of a dictionary, and says which it does not have.</summary>
[Command("translate-draft with <dictionary>", Example = "translate-draft with {harbour: \"Hafen\", city: \"Stadt\"}")]
string TranslateDraft(DocumentEdit document, IReadOnlyDictionary<string, object?> dictionary)
{
    var missing = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
    var changed = 0;
    foreach (var component in document.Components)
    {
        foreach (var editable in component.Editables)
        {
            var before = component[editable] as string ?? "";
            var after = Translated(before, dictionary, missing);
            if (after == before) continue;
            document.Set(component, editable, after);
            changed++;
        }
    }

    var rest = missing.Count == 0 ? "every word was known" : $"not in the dictionary: {string.Join(", ", missing.Keys.Take(10))}{(missing.Count > 10 ? $" and {missing.Count - 10} more" : "")}";
    return $"texts translated: {changed}; {rest}";
}

// Tags and entities stay; a word that begins with a capital is replaced by one that does.
string Translated(string markup, IReadOnlyDictionary<string, object?> dictionary, SortedDictionary<string, int> missing)
{
    var translated = new StringBuilder();
    var position = 0;
    foreach (Match match in Regex.Matches(markup, @"<[^>]*>|&\w+;|\p{L}+"))
    {
        translated.Append(markup, position, match.Index - position);
        position = match.Index + match.Length;
        translated.Append(match.Value[0] is '<' or '&' ? match.Value : Word(match.Value));
    }

    return translated.Append(markup, position, markup.Length - position).ToString();

    string Word(string word)
    {
        if ((dictionary.GetValueOrDefault(word) ?? dictionary.GetValueOrDefault(word.ToLowerInvariant())) is string known && known.Length > 0)
            return Html.Escape(char.IsUpper(word[0]) ? char.ToUpperInvariant(known[0]) + known[1..] : known);
        missing[word] = missing.GetValueOrDefault(word) + 1;
        return word;
    }
}
