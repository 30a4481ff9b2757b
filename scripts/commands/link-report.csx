// Says where the documents of a type lead to, so that an editor can look at what is old or unsafe.

/// <summary>Lists every link in the texts of the documents of a type, by host, and those that are not https.</summary>
[Command("link-report for <type>", Example = "link-report for \"regular\"")]
string LinkReport(Documents documents, string type)
{
    var links = new List<(string Host, string Address, long Document, string Component)>();
    foreach (var document in documents.Where("type == wanted", ("wanted", type)))
        foreach (var component in document.Components)
            foreach (var editable in component.Editables)
                foreach (var address in AddressesIn(component[editable] as string ?? ""))
                    links.Add((HostOf(address), address, document.Id, component.Id));

    var report = new StringBuilder();
    foreach (var host in links.GroupBy(link => link.Host).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        report.Append($"{host.Key}: {host.Count()}\n");
    foreach (var link in links.Where(link => !link.Address.StartsWith("https://", StringComparison.Ordinal) && link.Host.Length > 0 && link.Host != "(here)"))
        report.Append($"not https: {link.Address} in {link.Component} of document {link.Document}\n");
    return links.Count == 0 ? $"no document of type {type} has a link" : report.Append($"links: {links.Count}").ToString();
}

/// <summary>The addresses that a text with markup links to.</summary>
[Function(Example = "print links(\"see <a href='https://example.org'>there</a>\")")]
IReadOnlyList<string> Links(string markup) => AddressesIn(markup);

List<string> AddressesIn(string markup) =>
    Regex.Matches(markup, "<a\\b[^>]*\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", RegexOptions.IgnoreCase)
        .Select(match => (match.Groups[1].Value + match.Groups[2].Value).Replace("&amp;", "&"))
        .ToList();

string HostOf(string address)
{
    var start = address.IndexOf("://", StringComparison.Ordinal);
    if (start < 0) return address.StartsWith("mailto:", StringComparison.Ordinal) ? "mail" : "(here)";
    var rest = address[(start + 3)..];
    var end = rest.IndexOfAny(new[] { '/', '?', '#', ':' });
    return (end < 0 ? rest : rest[..end]).ToLowerInvariant();
}
