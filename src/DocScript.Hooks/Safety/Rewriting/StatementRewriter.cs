using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocScript.Hooks.Safety.Rewriting;

/// <summary>Puts steps where code is entered and where it goes round: bodies, loops, gotos; and keeps <c>catch</c> from catching the meter.</summary>
internal sealed class StatementRewriter : ExpressionRewriter
{
    // Rounds of a loop are counted by a local variable, and handed to the meter by so many.
    private const string Rounds = "256";

    private const string Enter = Meter + ".Enter();";

    private int _functions;
    private Function? _function;

    public StatementRewriter(SemanticModel model, Allowed allowed, TextEdits edits)
        : base(model, allowed, edits)
    {
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) => Body(node, node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node.ReturnType));

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => Body(node, node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node.ReturnType));

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => Body(node, node.Body, node.ExpressionBody, node.SemicolonToken, isVoid: true);

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node) => Body(node, node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node.ReturnType));

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) => Body(node, node.Body, node.ExpressionBody, node.SemicolonToken, isVoid: false);

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node) => Body(node, node.Body, node.ExpressionBody, node.SemicolonToken, !node.IsKind(SyntaxKind.GetAccessorDeclaration));

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (node.ExpressionBody is null) base.VisitPropertyDeclaration(node);
        else Getter(node, node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        if (node.ExpressionBody is null) base.VisitIndexerDeclaration(node);
        else Getter(node, node.ExpressionBody, node.SemicolonToken);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Lambda(node);

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node);

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => Lambda(node);

    public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        base.VisitRecordDeclaration(node);
        if (RecordMembers.Of(node, Model) is not { Length: > 0 } members) return;
        if (node.SemicolonToken.IsKind(SyntaxKind.SemicolonToken) && node.CloseBraceToken.IsKind(SyntaxKind.None)) Edits.Replace(node.SemicolonToken.Span, " { " + members + "}");
        else Edits.Insert(node.CloseBraceToken.SpanStart, members);
    }

    public override void VisitForStatement(ForStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitForEachStatement(ForEachStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitWhileStatement(WhileStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitDoStatement(DoStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitGotoStatement(GotoStatementSyntax node)
    {
        Edits.Insert(node.SpanStart, "{ " + Meter + ".Charge(1); ");
        base.VisitGotoStatement(node);
        Edits.Insert(node.Span.End, " }");
    }

    public override void VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (_function is not { Depth: > 0 } function)
        {
            base.VisitReturnStatement(node);
            return;
        }

        Edits.Insert(node.SpanStart, "{ " + Meter + ".Charge(" + function.Counter + "); ");
        base.VisitReturnStatement(node);
        Edits.Insert(node.Span.End, " }");
    }

    public override void VisitCatchClause(CatchClauseSyntax node)
    {
        if (node.Filter is null) Edits.Insert((node.Declaration?.CloseParenToken ?? node.CatchKeyword).Span.End, " when (" + Meter + ".Goes)");
        base.VisitCatchClause(node);
    }

    public override void VisitCatchFilterClause(CatchFilterClauseSyntax node)
    {
        Edits.Insert(node.OpenParenToken.Span.End, Meter + ".Goes && (");
        base.VisitCatchFilterClause(node);
        Edits.Insert(node.CloseParenToken.SpanStart, ")");
    }

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static string Return(ExpressionSyntax expression, bool isVoid) => isVoid || expression is ThrowExpressionSyntax ? "" : "return ";

    private void Body(SyntaxNode node, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool isVoid)
    {
        var outer = Begin(node);
        foreach (var child in node.ChildNodes())
        {
            if (child == block) Block(block);
            else if (child == arrow) Arrow(arrow, semicolon, "{ ", " }", isVoid);
            else Visit(child);
        }

        _function = outer;
    }

    private void Getter(MemberDeclarationSyntax node, ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon)
    {
        var outer = Begin(node);
        foreach (var child in node.ChildNodes())
        {
            if (child == arrow) Arrow(arrow, semicolon, "{ get { ", " } }", isVoid: false);
            else Visit(child);
        }

        _function = outer;
    }

    private void Lambda(AnonymousFunctionExpressionSyntax node)
    {
        var outer = Begin(node);
        if (node.Block is { } block) Block(block);
        else if (node.ExpressionBody is { } expression)
        {
            var isVoid = Model.GetSymbolInfo(node).Symbol is IMethodSymbol { ReturnsVoid: true };
            Edits.Insert(expression.SpanStart, "{ " + Enter + " " + Return(expression, isVoid));
            Visit(expression);
            Edits.Insert(expression.Span.End, "; }");
        }

        _function = outer;
    }

    private Function? Begin(SyntaxNode node)
    {
        var outer = _function;
        _function = new Function("MeteredSteps" + ++_functions, HasLoop(node));
        return outer;
    }

    private void Block(BlockSyntax block)
    {
        Edits.Insert(block.OpenBraceToken.Span.End, " " + Enter + (_function is { HasLoop: true } function ? " int " + function.Counter + " = 0;" : ""));
        base.VisitBlock(block);
    }

    private void Arrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string before, string after, bool isVoid)
    {
        Edits.Replace(arrow.ArrowToken.Span, before + Enter + " " + Return(arrow.Expression, isVoid));
        Visit(arrow.Expression);
        Edits.Replace(semicolon.Span, ";" + after);
    }

    private void Loop(StatementSyntax loop, StatementSyntax body)
    {
        if (_function is not { } function)
        {
            DefaultVisit(loop);
            return;
        }

        if (function.Depth++ == 0) Edits.Insert(loop.SpanStart, "{ ");
        var round = " if (unchecked(++" + function.Counter + ") == " + Rounds + ") { " + function.Counter + " = 0; " + Meter + ".Charge(" + Rounds + "); }";
        foreach (var child in loop.ChildNodes())
        {
            if (child == body && body is BlockSyntax block)
            {
                Edits.Insert(block.OpenBraceToken.Span.End, round);
                base.VisitBlock(block);
            }
            else if (child == body)
            {
                Edits.Insert(body.SpanStart, "{" + round + " ");
                Visit(body);
                Edits.Insert(body.Span.End, " }");
            }
            else Visit(child);
        }

        if (--function.Depth == 0) Edits.Insert(loop.Span.End, " " + Meter + ".Charge(" + function.Counter + "); " + function.Counter + " = 0; }");
    }

    private static bool HasLoop(SyntaxNode function) => function
        .DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    /// <summary>The method or lambda being walked: the variable that counts its loops' rounds, and how many loops are around.</summary>
    private sealed class Function(string counter, bool hasLoop)
    {
        public string Counter => counter;

        public bool HasLoop => hasLoop;

        public int Depth { get; set; }
    }
}
