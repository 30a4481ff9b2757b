using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>
/// Finds text that nobody wrote as markup (titles, metadata, text parameters, what is made of them) where it goes into an editable as it is:
/// a <c>&lt;</c> or <c>&amp;</c> in it would be read as markup. What <c>html()</c> escaped and what editables hold is markup already.
/// </summary>
internal sealed class PlainText(CheckScope scope, Design? design)
{
    private static readonly TextValue Sample = new("a < b");

    /// <summary>The functions that answer text of their first argument's, with the argument whose text they put into it (0: none).</summary>
    private static readonly Dictionary<string, int> Passing = new(StringComparer.Ordinal)
    {
        ["upper"] = 0,
        ["lower"] = 0,
        ["trim"] = 0,
        ["slice"] = 0,
        ["split"] = 0,
        ["first"] = 0,
        ["last"] = 0,
        ["join"] = 1,
        ["replace"] = 2,
    };

    /// <summary>The parts of an expression whose text is such, in order.</summary>
    public IEnumerable<Expression> Find(Expression expression) => expression switch
    {
        ParenthesizedExpression inner => Find(inner.Inner),
        InterpolatedText text => text.Parts.SelectMany(Find),
        ListExpression list => list.Elements.SelectMany(Find),
        BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Coalesce } binary => Find(binary.Left).Concat(Find(binary.Right)),
        CallExpression { Function: "text" } => [expression],
        CallExpression { Function: "coalesce" } call => call.Arguments.SelectMany(Find),
        CallExpression call when Passing.TryGetValue(call.Function, out var inserted) && call.Arguments.Count > inserted =>
            Find(call.Arguments[0]).Any() ? [call] : inserted > 0 ? Find(call.Arguments[inserted]) : [],
        IndexExpression index => Find(index.Of).Any() ? [index] : [],
        _ => Is(expression) ? [expression] : [],
    };

    private bool Is(Expression expression) => expression switch
    {
        NameExpression name when scope.Has(name.Name) => scope.IsPlainText(name.Name),
        NameExpression { Name: "title" } => true,
        MemberExpression { Of: NameExpression { Name: "meta" } } member when !scope.Has("meta") => HoldsText(member.Member.Text),
        MemberExpression { Member.Text: "title", Of: NameExpression document } => scope.IsDocument(document.Name),
        MemberExpression { Of: MemberExpression { Member.Text: "meta", Of: NameExpression document } } member => scope.IsDocument(document.Name) && HoldsText(member.Member.Text),
        _ => false,
    };

    private bool HoldsText(string property) =>
        design is not null && design.ContentTypes.Values.Any(type => type.Metadata.TryGetValue(property, out var found) && found.Plugin.Accepts(Sample));
}
