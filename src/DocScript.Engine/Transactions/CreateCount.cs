using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Transactions;

/// <summary>How many documents a script makes outside of loops, so that their ids are reserved at once and without gaps.</summary>
internal static class CreateCount
{
    public static int Of(Script script) => script.Statements.Sum(Of);

    private static int Of(Statement statement) => statement switch
    {
        CommandStatement { Syntax: { Elements: [Word { Text: "create" }, ..] }, Arguments: var arguments } =>
            1 + arguments.Fillings.Sum(filling => filling.Filling is Block block ? Of(block) : 0),
        UseStatement { Body: { } body } => Of(body),
        IfStatement branch => Math.Max(Of(branch.Then), (branch.Else is { } otherwise ? Of(otherwise) : 0) + (branch.ElseIf is { } next ? Of(next) : 0)),
        _ => 0,
    };

    private static int Of(Block block) => block.Statements.Sum(Of);
}
