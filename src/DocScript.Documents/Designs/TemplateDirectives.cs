using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DocScript.Documents.Designs;

/// <summary>Finds the directives that an HTML template declares with its <c>doc-*</c> attributes, in the order of the template.</summary>
internal sealed class TemplateDirectives
{
    private const string Prefix = "doc-";

    private readonly HtmlParser _parser = new();
    private readonly IElement _context;

    // In the context of a template element a fragment may start with any tag, also with a row or a cell of a table.
    public TemplateDirectives() => _context = _parser.ParseDocument("").CreateElement("template");

    /// <summary>Name and kind of each directive; the kind is one of <see cref="DirectiveKinds"/>.</summary>
    /// <exception cref="FormatException">Two directives of different kinds have one name.</exception>
    public IReadOnlyList<(string Name, string Kind)> Find(string html)
    {
        var found = new List<(string Name, string Kind)>();
        foreach (var element in _parser.ParseFragment(html, _context).SelectMany(node => node.DescendantsAndSelf<IElement>()))
        {
            foreach (var attribute in element.Attributes)
            {
                if (!attribute.Name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
                var kind = attribute.Name[Prefix.Length..];
                if (!DirectiveKinds.IsKnown(kind)) continue;

                var name = attribute.Value.Length > 0 ? attribute.Value : "default";
                var earlier = found.Find(directive => directive.Name == name);
                if (earlier.Name is null) found.Add((name, kind));
                else if (earlier.Kind != kind) throw new FormatException($"its template calls two directives '{name}': {earlier.Kind} and {kind}");
            }
        }

        return found;
    }
}
