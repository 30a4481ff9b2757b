// Writes a headline as headlines are written: words begin with capitals, small ones between them do not.

/// <summary>Title-cases a component's text: the directive 'title', or the first text that it has.</summary>
[Command("headline-case <target> [in <language>]", Example = "headline-case head in \"en\"")]
[DisplayName("de", "Überschrift in Großbuchstaben am Wortanfang")]
string HeadlineCase(DocumentEdit document, Component target, string language = "en")
{
    var editable = target.Editables.Contains("title") ? "title" : target.Editables.FirstOrDefault() ?? throw new Refusal($"{target.Type} '{target.Id}' has no text", "name a component with an editable");
    var before = target[editable] as string ?? "";
    var after = Cased(before, language);
    if (after == before) return $"'{target.Id}' is in headline case already";
    document.Set(target, editable, after);
    return $"{target.Id}: {Html.ToText(after)}";
}

/// <summary>A text in headline case; markup and what is in it stay as they are.</summary>
[Function("headlineCase", Example = "print headlineCase(\"the end of the line\", \"en\")")]
string HeadlineOf(string text, string language = "en") => Cased(text, language);

string Cased(string text, string language)
{
    var small = language switch
    {
        "en" => " a an and as at but by for from in into nor of on onto or over per the to up via with ",
        "fr" => " à au aux d de des du en et l la le les ou par pour sur un une ",
        _ => throw new Refusal($"there are no rules for '{language}'", "headlines are cased in en and fr; in other languages only the first word is"),
    };
    var words = Regex.Matches(text, @"<[^>]*>|&\w+;|[\p{L}\p{Nd}’']+");
    var named = words.Where(word => word.Value[0] is not ('<' or '&')).ToList();
    var cased = new StringBuilder(text);
    for (var i = 0; i < named.Count; i++)
    {
        var word = named[i];
        var isInner = i > 0 && i < named.Count - 1 && !IsAfterColon(text, word.Index);
        // What has capitals already (NATO, iPhone) knows how it is written.
        if (word.Value.Skip(1).Any(char.IsUpper)) continue;
        var first = isInner && small.Contains($" {word.Value.ToLowerInvariant()} ") ? char.ToLowerInvariant(word.Value[0]) : char.ToUpperInvariant(word.Value[0]);
        cased[word.Index] = first;
    }

    return cased.ToString();
}

bool IsAfterColon(string text, int position) => text[..position].TrimEnd() is [.., ':'];
