// What an article of the newsroom must have before readers see it. All that is missing is said at once.

/// <summary>An article needs headline, description, author, sources for its images, and no notes to the desk.</summary>
[Before("publish")]
void PublishChecklist(DocumentView document)
{
    if (document.Type != "regular") return;
    var missing = MissingIn(document);
    if (missing.Count > 0) throw new Refusal($"'{document.Title}' is not ready to be published: {string.Join("; ", missing)}", "mend that, then publish it");
}

/// <summary>What the current article lacks before it can be published; an empty list where nothing.</summary>
[Function("checklist", Example = "use 14 { print checklist() }")]
IReadOnlyList<string> Checklist(DocumentView document) => MissingIn(document);

List<string> MissingIn(DocumentView document)
{
    var missing = new List<string>();
    if (document.ComponentsOf("head").All(head => head.Text("title").Length == 0)) missing.Add("no headline");
    if (string.IsNullOrWhiteSpace(document.Text("description"))) missing.Add("no description");
    if (document["authors"] is not IReadOnlyDictionary<string, object?> authors || authors.GetValueOrDefault("references") is not IReadOnlyList<object?> { Count: > 0 }) missing.Add("no author");
    foreach (var image in document.ComponentsOf("image").Where(image => image["image"] is not null && image.Text("source").Length == 0)) missing.Add($"image '{image.Id}' has no source");
    foreach (var component in document.Components.Where(component => component.Editables.Any(editable => Regex.IsMatch(component.Text(editable), @"\b(?:TODO|TK|XXX)\b")))) missing.Add($"a note to the desk in '{component.Id}'");
    return missing;
}
