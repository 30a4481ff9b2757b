using DocScript.Language.Formatting;
using DocScript.Language.Tree;

namespace DocScript.Language.Tests.Formatting;

public sealed class PrinterTests
{
    private static readonly NameExpression A = new("a"), B = new("b"), C = new("c");

    public static TheoryData<Expression, string> MadeByProgram => new()
    {
        { new BinaryExpression(BinaryOperator.Multiply, new BinaryExpression(BinaryOperator.Add, A, B), C), "(a + b) * c" },
        { new BinaryExpression(BinaryOperator.Subtract, A, new BinaryExpression(BinaryOperator.Subtract, B, C)), "a - (b - c)" },
        { new BinaryExpression(BinaryOperator.Subtract, new BinaryExpression(BinaryOperator.Subtract, A, B), C), "a - b - c" },
        { new BinaryExpression(BinaryOperator.Coalesce, new BinaryExpression(BinaryOperator.Coalesce, A, B), C), "(a ?? b) ?? c" },
        { new BinaryExpression(BinaryOperator.Coalesce, A, new BinaryExpression(BinaryOperator.Coalesce, B, C)), "a ?? b ?? c" },
        { new BinaryExpression(BinaryOperator.Less, new BinaryExpression(BinaryOperator.Less, A, B), C), "(a < b) < c" },
        { new BinaryExpression(BinaryOperator.Equal, A, new UnaryExpression(UnaryOperator.Not, B)), "a == (not b)" },
        { new UnaryExpression(UnaryOperator.Negate, new IntegerLiteral(5)), "- 5" },
        { new UnaryExpression(UnaryOperator.Negate, new IntegerLiteral(-5)), "- -5" },
        { new UnaryExpression(UnaryOperator.Negate, new MemberExpression(new IntegerLiteral(5), new Name("x"))), "- 5.x" },
        { new UnaryExpression(UnaryOperator.Negate, new UnaryExpression(UnaryOperator.Negate, A)), "- -a" },
        { new UnaryExpression(UnaryOperator.Negate, new BinaryExpression(BinaryOperator.Add, A, B)), "-(a + b)" },
        { new MemberExpression(new BinaryExpression(BinaryOperator.Add, A, B), new Name("x y")), "(a + b).\"x y\"" },
        { new ExistsExpression(new UnaryExpression(UnaryOperator.Not, A)), "exists (not a)" },
        { new DecimalLiteral(5m), "5.0" },
        { new TextLiteral("a\"b\\c\n\t\r\0$ ${x}"), "\"a\\\"b\\\\c\\n\\t\\r\\u{0}$ \\${x}\"" },
        { new TextLiteral("a\r\nb", Raw: true), "\"a\\r\\nb\"" },
        { new TextLiteral("a \"b\" c", Raw: true), "\"\"\"a \"b\" c\"\"\"" },
        { new TextLiteral("a\"\"\"b", Raw: true), "\"\"\"\"a\"\"\"b\"\"\"\"" },
        { new ObjectExpression([new ObjectEntry(new Name("in"), A), new ObjectEntry(new Name("1"), B)]), "{in: a, \"1\": b}" },
    };

    [Theory]
    [MemberData(nameof(MadeByProgram))]
    public void A_tree_made_by_program_gets_the_brackets_it_needs(Expression tree, string text) => Assert.Equal(text, Printer.Print(tree));
}
