using DocScript.Engine.Json.Reading;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json;

/// <summary>Where the parts of a JSON text stand, by the names that lead to them: the parser that reads values forgets it.</summary>
internal sealed class JsonMap(SourceText source)
{
    private static readonly string[] NameFields = ["name", "handle", "identifier"];

    private readonly Expression? _root = JsonTree.Read(source, JsonLimits.Depth, new JsonProblems());

    /// <summary>
    /// The place of the part that names lead to: of members, and of the entries of lists, which are texts or objects with a name. Where one is not there, the place of
    /// the last that is. An object or list is marked at its name or key.
    /// </summary>
    public Span Find(IEnumerable<string> path)
    {
        if (_root is null) return new Span(0, 1);
        var (value, key) = (_root, (Name?)null);
        foreach (var name in path)
        {
            if (Member(value, name) is { } member) (key, value) = (member.Key, member.Value);
            else if (Item(value, name) is { } item) (key, value) = (null, item);
            else break;
        }

        if (ReferenceEquals(value, _root)) return new Span(_root.Span.Start, 1);
        return value is TextLiteral || key is null ? (NameOf(value) ?? value).Span : key.Span;
    }

    private static ObjectEntry? Member(Expression value, string name) => (value as ObjectExpression)?.Entries.LastOrDefault(entry => entry.Key.Text == name);

    // Of two with one name the second is too many.
    private static Expression? Item(Expression value, string name) =>
        (value as ListExpression)?.Elements.Where(item => (item as TextLiteral ?? NameOf(item) as TextLiteral)?.Value == name).Take(2).LastOrDefault();

    private static Expression? NameOf(Expression value) => NameFields.Select(name => Member(value, name)?.Value).FirstOrDefault(named => named is not null);
}
