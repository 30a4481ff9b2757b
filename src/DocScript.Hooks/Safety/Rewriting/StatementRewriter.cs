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

    // What a body begins and ends with.
    private static readonly (string Before, string After) Entering = (Enter, "");

    // Called by the finally blocks that the compiler writes: see below.
    private static readonly (string Before, string After) Disposing = ("if (!" + Meter + ".Goes) return; " + Enter, "");

    // Called by the library's sorting, which catches what a comparer throws and throws its own: a thousand of them within each other would use up the stack. So a comparer
    // ends as if all were equal, and the end of the call comes at the next step after the sorting.
    private static readonly (string Before, string After) Comparing = (BeginComparer + " " + Enter, EndComparer);

    private int _functions;
    private Function? _function;

    public StatementRewriter(SemanticModel model, Allowed allowed, TextEdits edits)
        : base(model, allowed, edits)
    {
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        Body(node, node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node.ReturnType), IsDispose(node) ? Disposing : IsComparer(node) ? Comparing : Entering);

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
        Visit(node.Declaration);
        Visit(node.Filter);
        Edits.Insert(node.Block.OpenBraceToken.Span.End, " " + Meter + ".Handle();");
        Visit(node.Block);
    }

    public override void VisitCatchFilterClause(CatchFilterClauseSyntax node)
    {
        Edits.Insert(node.OpenParenToken.Span.End, Meter + ".Goes && (");
        base.VisitCatchFilterClause(node);
        Edits.Insert(node.CloseParenToken.SpanStart, ")");
    }

    // Once the call has ended, none of its code runs any more: thousands of finally blocks that each threw again would use up the stack. And the runtime
    // dies of a finally block that can't be left by its end.
    public override void VisitFinallyClause(FinallyClauseSyntax node)
    {
        var assigned = Model.AnalyzeDataFlow(node.Block) is { Succeeded: true } flow ? flow.AlwaysAssigned.Except(flow.VariablesDeclared, SymbolEqualityComparer.Default) : [];
        Edits.Insert(node.Block.OpenBraceToken.Span.End, " if (" + Meter + ".Goes) { " + Meter + ".Handle();");
        base.VisitFinallyClause(node);
        Edits.Insert(node.Block.CloseBraceToken.SpanStart, " } else { " + string.Concat(assigned.Select(variable => "@" + variable!.Name + " = default!; ")) + "} ");
    }

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static string Return(ExpressionSyntax expression, bool isVoid) => isVoid || expression is ThrowExpressionSyntax ? "" : "return ";

    private static bool IsComparer(MethodDeclarationSyntax node) =>
        node.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword }
        && (node.Identifier.ValueText, node.ParameterList.Parameters.Count) is ("CompareTo", 1) or ("Compare", 2);

    private static bool IsDispose(MethodDeclarationSyntax node) => node is { Identifier.ValueText: "Dispose", ParameterList.Parameters.Count: 0 } && IsVoid(node.ReturnType);

    private void Body(SyntaxNode node, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool isVoid, (string Before, string After)? around = null)
    {
        var (before, after) = around ?? Entering;
        var outer = Begin(node);
        foreach (var child in node.ChildNodes())
        {
            if (child == block) Block(block, before, after);
            else if (child == arrow) Arrow(arrow, semicolon, "{ " + before, after + " }", isVoid);
            else Visit(child);
        }

        _function = outer;
    }

    private void Getter(MemberDeclarationSyntax node, ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon)
    {
        var outer = Begin(node);
        foreach (var child in node.ChildNodes())
        {
            if (child == arrow) Arrow(arrow, semicolon, "{ get { " + Enter, " } }", isVoid: false);
            else Visit(child);
        }

        _function = outer;
    }

    private void Lambda(AnonymousFunctionExpressionSyntax node)
    {
        var outer = Begin(node);
        var (before, after) = IsComparison(node) ? Comparing : Entering;
        if (node.Block is { } block) Block(block, before, after);
        else if (node.ExpressionBody is { } expression)
        {
            var isVoid = Model.GetSymbolInfo(node).Symbol is IMethodSymbol { ReturnsVoid: true };
            Edits.Insert(expression.SpanStart, "{ " + before + " " + Return(expression, isVoid));
            Visit(expression);
            Edits.Insert(expression.Span.End, ";" + after + " }");
        }

        _function = outer;
    }

    private Function? Begin(SyntaxNode node)
    {
        var outer = _function;
        _function = new Function("MeteredSteps" + ++_functions, HasLoop(node));
        return outer;
    }

    private void Block(BlockSyntax block, string before, string after)
    {
        Edits.Insert(block.OpenBraceToken.Span.End, " " + before + (_function is { HasLoop: true } function ? " int " + function.Counter + " = 0;" : ""));
        base.VisitBlock(block);
        if (after.Length > 0) Edits.Insert(block.CloseBraceToken.SpanStart, after + " ");
    }

    private void Arrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string before, string after, bool isVoid)
    {
        Edits.Replace(arrow.ArrowToken.Span, before);
        // Where the expression begins, so that it keeps its line.
        Edits.Insert(arrow.Expression.SpanStart, " " + Return(arrow.Expression, isVoid));
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
