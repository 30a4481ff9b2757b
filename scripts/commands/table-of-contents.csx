// A list of the subtitles of an article, kept by running it again.

/// <summary>Puts a list of the article's subtitles at a place, or renews the one that is there.</summary>
[Command("table-of-contents [<place>]", Example = "table-of-contents before p1")]
string TableOfContents(DocumentEdit document, Place? place = null)
{
    const string Id = "contents";
    var subtitles = document.ComponentsOf("subtitle").Select(subtitle => subtitle.Text("title")).Where(title => title.Length > 0).ToList();
    var list = document.Find(Id);
    if (subtitles.Count < 2)
    {
        if (list is not null) document.Remove(list);
        return list is null ? "fewer than two subtitles need no table of contents" : "the table of contents is gone: fewer than two subtitles need none";
    }

    if (list is null)
    {
        // Above the first subtitle, where nobody said another place.
        list = document.Insert("bullet-list", place ?? Place.Before(document.ComponentsOf("subtitle")[0]), id: Id);
    }
    else
    {
        if (place is not null) document.Move(list, place);
        foreach (var item in list.Children("list")) document.Remove(item);
    }

    foreach (var title in subtitles)
        document.Insert("bullet-list-item", Place.LastIn(list, "list"), new Dictionary<string, object?> { ["text"] = Html.Escape(title) });
    return $"table of contents: {subtitles.Count} subtitles";
}
