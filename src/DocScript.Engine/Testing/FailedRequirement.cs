using DocScript.Engine.Checking;
using DocScript.Language.Diagnostics;
using DocScript.Language.Formatting;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Testing;

/// <summary>Shows what the condition of a <c>require</c> that was false had before it: its section is planned again, up to there, with a <c>print</c> in its place.</summary>
internal static class FailedRequirement
{
    private const int MostShown = 4;

    /// <summary>The diagnostic with the values of what was compared, where the <c>require</c> stands at the top or in the block of a <c>use</c>: elsewhere it may be reached several times.</summary>
    public static Diagnostic Explain(Diagnostic failure, ParseResult parsed, Func<ParseResult, RunResult> plan)
    {
        if (failure.Location is not { } location || Find(parsed.Script.Statements, location.Span) is not { } require) return failure;
        var seen = Compared(require.Condition).Distinct().Take(MostShown).Select(Seen).OfType<string>().ToList();
        return seen.Count == 0 ? failure : failure with { Label = string.Join('\n', seen.Prepend(failure.Label).OfType<string>()) };

        // In a list null and text are told apart.
        string? Seen(Expression side)
        {
            var statements = Cut(parsed.Script.Statements, location.Span, new PrintStatement(new ListExpression([side])))!;
            return plan(parsed with { Script = new Script([.. statements]) }) is Done { Printed: [.., ['[', .. var value, ']']] }
                ? $"{Printer.Print(side)} is {(value.Length > 100 ? value[..100] + "…" : value)}"
                : null;
        }
    }

    private static RequireStatement? Find(IEnumerable<Statement> statements, Span condition) => statements.Select(statement => statement switch
    {
        RequireStatement require when require.Condition.Span == condition => require,
        UseStatement { Body: { } body } => Find(body.Statements, condition),
        _ => null,
    }).FirstOrDefault(found => found is not null);

    private static List<Statement>? Cut(Items<Statement> statements, Span condition, Statement last)
    {
        var before = new List<Statement>();
        foreach (var statement in statements)
        {
            if (statement is RequireStatement require && require.Condition.Span == condition) return [.. before, last];
            if (statement is UseStatement { Body: { } body } use && Cut(body.Statements, condition, last) is { } inside) return [.. before, use with { Body = body with { Statements = [.. inside] } }];
            before.Add(statement);
        }

        return null;
    }

    private static IEnumerable<Expression> Compared(Expression condition) => condition switch
    {
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } both => Compared(both.Left).Concat(Compared(both.Right)),
        BinaryExpression comparison => new[] { comparison.Left, comparison.Right }.Where(side => !Constants.IsLiteral(side)),
        UnaryExpression not => Compared(not.Operand),
        ParenthesizedExpression inner => Compared(inner.Inner),
        _ => [],
    };
}
