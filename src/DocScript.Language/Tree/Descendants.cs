using DocScript.Language.Grammar;

namespace DocScript.Language.Tree;

/// <summary>A node with all that stands below it.</summary>
public static class Descendants
{
    /// <summary>The node itself and every statement, expression and block below it, in no particular order; read lazily, as deep as it goes.</summary>
    public static IEnumerable<Node> DescendantsAndSelf(this Node node)
    {
        var next = new Stack<Node>();
        next.Push(node);
        while (next.TryPop(out var one))
        {
            yield return one;
            foreach (var child in Children(one))
                if (child is not null)
                    next.Push(child);
        }
    }

    private static IEnumerable<Node?> Children(Node node) => node switch
    {
        Script script => script.Statements,
        Block block => block.Statements,
        UseStatement use => [use.Document, use.Version, use.Body],
        RequireStatement require => [require.Condition, require.Else],
        ParamStatement param => [param.Default],
        LetStatement let => [let.Value],
        IfStatement branch => [branch.Condition, branch.Then, branch.Else, branch.ElseIf],
        ForEachDocumentStatement loop => [loop.Where, loop.OrderBy, loop.Limit, loop.Expect, loop.Body],
        ForEachComponentStatement loop => [loop.In, loop.Where, loop.Limit, loop.Body],
        ForEachItemStatement loop => [loop.List, loop.Body],
        PrintStatement print => [print.Value],
        CommandStatement command => command.Arguments.Nodes.ToArray(),
        Components components => components.Elements,
        Target target => [target.Component],
        ContainerPlace place => [place.Container],
        SiblingPlace place => [place.After, place.Before, place.In],
        InterpolatedText text => text.Parts,
        ListExpression list => list.Elements,
        ObjectExpression entries => entries.Entries,
        ObjectEntry entry => [entry.Value],
        MemberExpression member => [member.Of],
        IndexExpression index => [index.Of, index.Index],
        CallExpression call => call.Arguments,
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        ExistsExpression exists => [exists.Operand],
        ParenthesizedExpression inner => [inner.Inner],
        _ => [],
    };
}
