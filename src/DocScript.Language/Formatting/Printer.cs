using DocScript.Language.Tree;

namespace DocScript.Language.Formatting;

/// <summary>Tree to text: the one canonical form. Parsing what was printed gives the same tree.</summary>
public static class Printer
{
    /// <summary>The script as text, a statement a line, without comments.</summary>
    public static string Print(Script script) => StatementPrinter.Print(script, int.MaxValue, Comments.None);

    /// <summary>One expression on one line.</summary>
    public static string Print(Expression expression) => new ExpressionPrinter(ExpressionLayout.Step).Print(expression);
}
