using DocScript.Language.Tree;

namespace DocScript.Engine.Completion;

/// <summary>The names that a script declares.</summary>
internal static class Variables
{
    /// <summary>All of them, in blocks too, whether or not they are still visible.</summary>
    public static IEnumerable<string> Of(Items<Statement> statements) => statements.SelectMany(Of);

    private static IEnumerable<string> Of(Statement statement) => statement switch
    {
        LetStatement let => [let.Name.Text],
        ParamStatement param => [param.Name.Text],
        UseStatement { Body: { } body } => Of(body.Statements),
        IfStatement branch => [.. Of(branch.Then.Statements), .. Of(branch.Else?.Statements ?? []), .. branch.ElseIf is { } next ? Of(next) : []],
        ForEachDocumentStatement loop => Loop(loop.Variable, loop.Body),
        ForEachComponentStatement loop => Loop(loop.Variable, loop.Body),
        ForEachItemStatement loop => Loop(loop.Variable, loop.Body),
        CommandStatement command => command.Arguments.Fillings.Select(filling => filling.Filling).OfType<Block>().SelectMany(block => Of(block.Statements)),
        _ => [],
    };

    private static IEnumerable<string> Loop(Name? variable, Block body) => [.. variable is null ? [] : new[] { variable.Text }, .. Of(body.Statements)];
}
