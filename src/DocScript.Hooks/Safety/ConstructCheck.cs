using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Safety.Metering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocScript.Hooks.Safety;

/// <summary>Walks what stands in a file: constructs of the language, names of types, attributes; and hands what runs to <see cref="OperationCheck"/>.</summary>
internal sealed class ConstructCheck(SemanticModel model, SymbolCheck symbols, ProblemList found) : CSharpSyntaxWalker(SyntaxWalkerDepth.StructuredTrivia)
{
    /// <summary>What instrumented code calls begins so.</summary>
    public const string Reserved = "Metered";

    private const string OneThread = "a command runs on one thread and to its end; write it without";

    private readonly OperationCheck _operations = new(model, symbols, found);
    private bool _isWithinOperation;

    public override void DefaultVisit(SyntaxNode node)
    {
        Construct(node);
        var isRoot = !_isWithinOperation && node is not (BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or CompilationUnitSyntax) && model.GetOperation(node) is { } operation && Walk(operation);
        if (isRoot) _isWithinOperation = true;
        base.DefaultVisit(node);
        if (isRoot) _isWithinOperation = false;

        bool Walk(IOperation operation)
        {
            _operations.Visit(operation);
            return true;
        }
    }

    public override void VisitToken(SyntaxToken token)
    {
        if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.StartsWith(Reserved, StringComparison.Ordinal)) Refuse(token.GetLocation(), $"names that begin with '{Reserved}' are DocScript's own", "choose another name");
        base.VisitToken(token);
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node) => Name(node);

    // What a comment names is not used.
    public override void VisitDocumentationCommentTrivia(DocumentationCommentTriviaSyntax node)
    {
    }

    public override void VisitGenericName(GenericNameSyntax node)
    {
        Name(node);
        Visit(node.TypeArgumentList);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        // What nameof names is not used.
        if (node.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && model.GetConstantValue(node).HasValue) return;
        DefaultVisit(node);
    }

    private void Name(SimpleNameSyntax node)
    {
        VisitToken(node.Identifier);
        switch (model.GetSymbolInfo(node).Symbol)
        {
            case INamedTypeSymbol type when node.IsVar:
                symbols.ValueType(type, node);
                break;
            case ITypeSymbol type:
                // Its arguments are names of their own.
                symbols.Type(type.OriginalDefinition, node);
                break;
            case IMethodSymbol { MethodKind: MethodKind.Constructor } attribute:
                symbols.Member(attribute, node);
                break;
        }

        if (!_isWithinOperation && model.GetOperation(node) is { } operation) _operations.Visit(operation);
    }

    private void Construct(SyntaxNode node)
    {
        var (construct, help) = node switch
        {
            UnsafeStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax or FixedStatementSyntax => ("unsafe code", "use arrays and references"),
            StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => ("stackalloc", "make an array"),
            YieldStatementSyntax => ("yield: a method would stop in the middle and go on later, outside its call's budget", "fill a list and return it"),
            AwaitExpressionSyntax => ("await", OneThread + " async"),
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } => ("await", OneThread + " async"),
            LockStatementSyntax => ("lock", OneThread + " locks"),
            DestructorDeclarationSyntax => ("finalizers", "undo things in a finally block"),
            MethodDeclarationSyntax { Identifier.ValueText: "Finalize" } => ("finalizers", "undo things in a finally block"),
            QueryExpressionSyntax => ("from … select: what runs for each element can't be metered in this form", "write the calls: values.Where(x => …).Select(x => …)"),
            ExternAliasDirectiveSyntax or ReferenceDirectiveTriviaSyntax => ("references to other assemblies", "#load a file with what is needed"),
            LineDirectiveTriviaSyntax or LineSpanDirectiveTriviaSyntax => ("#line: errors would point elsewhere", "leave it away"),
            GlobalStatementSyntax => ("statements outside methods: a file declares commands, and nothing runs when it is loaded", "move it into a method"),
            EventFieldDeclarationSyntax or EventDeclarationSyntax => ("events of their own", "call the method itself"),
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.ArgListExpression } or MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => ("references without a type", "use ref or out parameters"),
            _ => (null, ""),
        };
        if (construct is not null) Refuse(Mark(node), "commands may not use " + construct, help);
        switch (node)
        {
            case MemberDeclarationSyntax member:
                Modifiers(member.Modifiers);
                State(member);
                break;
            case LocalFunctionStatementSyntax local:
                Modifiers(local.Modifiers);
                break;
            case AnonymousFunctionExpressionSyntax lambda:
                Modifiers(lambda.Modifiers);
                break;
            case ArrayCreationExpressionSyntax { Initializer: null, Type.RankSpecifiers: [{ Rank: > 2 }, ..] }:
                found.Add(SafetyCodes.Unmetered, node.GetLocation(), "an array of more than two dimensions can't be metered", "use an array of arrays");
                break;
            case InterpolationAlignmentClauseSyntax alignment when model.GetConstantValue(alignment.Value) is { HasValue: true, Value: < -1000 or > 1000 }:
                found.Add(SafetyCodes.Unmetered, node.GetLocation(), "a width of more than 1,000 characters can't be metered here", "use PadLeft or PadRight");
                break;
            case InterpolationFormatClauseSyntax format when MeteredText.IsTooWide(format.FormatStringToken.ValueText):
                found.Add(SafetyCodes.Unmetered, node.GetLocation(), "a precision of more than 999 digits can't be metered here", "use PadLeft or PadRight");
                break;
        }
    }

    private void Modifiers(SyntaxTokenList modifiers)
    {
        foreach (var modifier in modifiers)
        {
            if (modifier.IsKind(SyntaxKind.AsyncKeyword)) Refuse(modifier.GetLocation(), "commands may not use async", OneThread + " async");
            if (modifier.IsKind(SyntaxKind.UnsafeKeyword)) Refuse(modifier.GetLocation(), "commands may not use unsafe code", "use arrays and references");
            if (modifier.IsKind(SyntaxKind.ExternKeyword)) Refuse(modifier.GetLocation(), "commands may not call what is not C#", "write it in C#");
        }
    }

    private void State(MemberDeclarationSyntax member)
    {
        if (!member.Modifiers.Any(SyntaxKind.StaticKeyword)) return;
        var isState = member switch
        {
            FieldDeclarationSyntax => true,
            ConstructorDeclarationSyntax => true,
            PropertyDeclarationSyntax property => property.Initializer is not null || (!property.Modifiers.Any(SyntaxKind.AbstractKeyword) && property.AccessorList?.Accessors.Any(accessor => accessor is { Body: null, ExpressionBody: null }) == true)
                || property.DescendantNodes().OfType<FieldExpressionSyntax>().Any(),
            _ => false,
        };
        if (isState) found.Add(SafetyCodes.OutlivingState, Mark(member), "a static member would outlive the call", "write const, or leave static away: each call has its own fields");
    }

    private void Refuse(Location at, string message, string help) => found.Add(SafetyCodes.Construct, at, message, help);

    // The word that matters, where the node is a whole block or member.
    private static Location Mark(SyntaxNode node) => node switch
    {
        UnsafeStatementSyntax or FixedStatementSyntax or LockStatementSyntax or UsingStatementSyntax or CommonForEachStatementSyntax or QueryExpressionSyntax or GlobalStatementSyntax => node.GetFirstToken().GetLocation(),
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.GetLocation(),
        PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
        ConstructorDeclarationSyntax constructor => constructor.Identifier.GetLocation(),
        DestructorDeclarationSyntax destructor => destructor.Identifier.GetLocation(),
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        _ => node.GetLocation(),
    };
}
