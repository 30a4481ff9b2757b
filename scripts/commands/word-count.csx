// How long an article is, where lists and layouts can use it.

/// <summary>Counts the words of a document's texts into a metadata property.</summary>
[Command("count-words into <property>", Example = "count-words into \"wordCount\"")]
string CountWords(DocumentEdit document, string property)
{
    var words = WordsIn(document);
    if (document[property] is not long before || before != words) document.SetMetadata(property, words);
    return $"{document.Title}: {words} words";
}

/// <summary>How many words the texts of the current document have.</summary>
[Function("wordCount", Example = "use 14 { print wordCount() }")]
long WordCount(DocumentView document) => WordsIn(document);

long WordsIn(DocumentView document) =>
    document.Components.Sum(component => component.Editables.Sum(editable => (long)Regex.Matches(component.Text(editable), @"[\p{L}\p{Nd}]+(?:[’'-][\p{L}\p{Nd}]+)*").Count));
