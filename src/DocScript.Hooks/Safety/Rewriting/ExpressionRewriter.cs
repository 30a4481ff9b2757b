using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocScript.Hooks.Safety.Rewriting;

/// <summary>Puts the meter around what goes into and comes out of library calls, and around sizes.</summary>
internal abstract class ExpressionRewriter(SemanticModel model, Allowed allowed, TextEdits edits) : CSharpSyntaxWalker
{
    protected const string Meter = "global::DocScript.Hooks.Safety.Meter";

    protected const string BeginComparer = "if (!" + Meter + ".Goes) return 0; try {";

    protected const string EndComparer = " } catch when (!" + Meter + ".Goes) { return 0; }";

    private const string MeteringNamespace = "global::DocScript.Hooks.Safety.Metering.";

    // A sum of texts is counted each time so many were added, so that none grows far beyond what may be.
    private const int Summands = 4;

    private readonly MeteredTypes _types = new(allowed);

    protected SemanticModel Model => model;

    protected TextEdits Edits => edits;

    public override void Visit(SyntaxNode? node)
    {
        if (node is AttributeListSyntax) return;
        if (node is not ExpressionSyntax expression)
        {
            base.Visit(node);
            return;
        }

        var constant = model.GetConstantValue(expression);
        // A constant is as long as it is written, unless it is a size or a format.
        var (before, after) = !constant.HasValue ? Around(expression) : IsShort(constant.Value) ? ("", "") : Use(expression, isMetered: true) ?? ("", "");
        if (before.Length > 0) edits.Insert(expression.SpanStart, before);
        if (!constant.HasValue) base.Visit(expression);
        if (after.Length > 0) edits.Insert(expression.Span.End, after);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method || Allowed.Replacement(method) is not { } ours)
        {
            base.VisitInvocationExpression(node);
            return;
        }

        if (ours.Contains('.', StringComparison.Ordinal)) edits.Replace(node.Expression.Span, MeteringNamespace + ours);
        else if (node.Expression is MemberAccessExpressionSyntax access)
        {
            Visit(access.Expression);
            edits.Replace(access.Name.Span, ours);
        }
        else if (node.Expression is MemberBindingExpressionSyntax binding) edits.Replace(binding.Name.Span, ours);
        Visit(node.ArgumentList);
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is IMethodSymbol constructor && Allowed.Replacement(constructor) is { } ours)
            edits.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(node.SpanStart, node.Type.Span.End), MeteringNamespace + ours);
        Visit(node.ArgumentList);
        Visit(node.Initializer);
    }

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is IMethodSymbol constructor && Allowed.Replacement(constructor) is { } ours) edits.Replace(node.NewKeyword.Span, MeteringNamespace + ours);
        base.VisitImplicitObjectCreationExpression(node);
    }

    // In brackets, because the colon of a name would begin a format.
    public override void VisitInterpolation(InterpolationSyntax node)
    {
        edits.Insert(node.Expression.SpanStart, "(");
        Visit(node.Expression);
        edits.Insert(node.Expression.Span.End, ")");
    }

    public override void VisitArrayCreationExpression(ArrayCreationExpressionSyntax node)
    {
        var ranks = node.Type.RankSpecifiers[0];
        if (node.Initializer is not null || model.GetTypeInfo(node).Type is not IArrayTypeSymbol array)
        {
            Visit(node.Initializer);
            return;
        }

        var bytes = _types.BytesOf(array.ElementType);
        if (ranks.Rank == 1)
        {
            edits.Insert(ranks.OpenBracketToken.Span.End, "((long)(");
            Visit(ranks.Sizes[0]);
            edits.Insert(ranks.CloseBracketToken.SpanStart, FormattableString.Invariant($")).MeteredSize({bytes})"));
            return;
        }

        var element = array.ElementType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        edits.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(node.SpanStart, ranks.OpenBracketToken.Span.End), $"{MeteringNamespace}MeteredSizes.MeteredGrid<{element}>(");
        foreach (var size in ranks.Sizes) Visit(size);
        edits.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(ranks.CloseBracketToken.SpanStart, node.Span.End), FormattableString.Invariant($", {bytes})"));
    }

    private (string Before, string After) Around(ExpressionSyntax node)
    {
        var (before, after) = Result(node);
        if (Use(node, isMetered: after.Length > 0) is { } use)
        {
            var (open, close) = use;
            (before, after) = (open + before, after + close);
        }

        return (before, after);
    }

    // What the expression makes.
    private (string Before, string After) Result(ExpressionSyntax node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax when model.GetSymbolInfo(node).Symbol is IMethodSymbol method:
                return ("", allowed.CostOf(method) is MemberCost.Counted ? Made(node, method) : "");
            case MemberAccessExpressionSyntax or MemberBindingExpressionSyntax when model.GetSymbolInfo(node).Symbol is IPropertySymbol property && allowed.CostOf(property) is MemberCost.Counted && _types.IsCounted(property.Type):
                return ("", MeteredTypes.CallOn(property.Type));
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) && IsText(binary) && IsCounted(binary):
                return ("(", ").Metered()");
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.AddAssignmentExpression) && IsText(assignment):
                return ("(", ").Metered()");
            case InterpolatedStringExpressionSyntax:
                return ("", ".Metered()");
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var index }] } when model.GetTypeInfo(node).Type is { } part && _types.IsCounted(part) && model.GetTypeInfo(index).Type?.Name == "Range":
                return ("", MeteredTypes.CallOn(part));
            case BaseObjectCreationExpressionSyntax when IsUncounted(node) && model.GetTypeInfo(node).Type is { } type && (type is ITypeParameterSymbol || allowed.IsOwn(type)):
                return ("(" + Meter + ".Entered() ? ", " : throw null!)");
            case SimpleNameSyntax or MemberAccessExpressionSyntax when IsComparison(node) && model.GetSymbolInfo(node).Symbol is IMethodSymbol:
                return ("((MeteredA, MeteredB) => { " + BeginComparer + " return ", "(MeteredA, MeteredB);" + EndComparer + " })");
            default:
                return ("", "");
        }
    }

    // Where the expression goes.
    private (string Before, string After)? Use(ExpressionSyntax node, bool isMetered)
    {
        switch (node.Parent)
        {
            case ArgumentSyntax argument when argument.RefKindKeyword.IsKind(SyntaxKind.None):
                return Argument(argument, node, isMetered);
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == node:
                return Receiver(call, node, isMetered);
            case ConditionalAccessExpressionSyntax { WhenNotNull: var rest } access when access.Expression == node && FirstCall(rest) is { } call:
                return Receiver(call, node, isMetered);
            case AssignmentExpressionSyntax assignment when assignment.Right == node && model.GetSymbolInfo(assignment.Left).Symbol is IPropertySymbol { Name: "Capacity" or "Length", Type.SpecialType: SpecialType.System_Int32 } property && !allowed.IsOwn(property) && !Allowed.IsContract(property):
                return Size(0);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality when equality.Left == node && !isMetered && IsText(node) && IsText(equality.Right) && !model.GetConstantValue(equality.Right).HasValue:
                return Behind(node, ".Metered()");
            case SpreadElementSyntax when _types.IsCounted(model.GetTypeInfo(node).Type):
                return Behind(node, ".MeteredSpread()");
            default:
                return null;
        }
    }

    private (string Before, string After)? Argument(ArgumentSyntax argument, ExpressionSyntax node, bool isMetered)
    {
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call }) return null;
        if (model.GetSymbolInfo(call).Symbol is not { } member || allowed.CostOf(member) is not { } cost || allowed.IsOwn(member) || Allowed.IsContract(member)) return null;
        if (model.GetTypeInfo(node) is not { Type: { } type }) return null;
        var parameter = ParameterOf(argument, member);
        if (parameter is not null && MeteredTypes.IsSize(parameter)) return Size(MeteredTypes.BytesMade(parameter));
        if (type.SpecialType == SpecialType.System_String && parameter?.Name == "format") return Behind(node, ".MeteredFormat()");
        if (cost is MemberCost.Plain or MemberCost.Replaced || isMetered || IsTargetTyped(node)) return null;
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char } && member.ContainingType.SpecialType == SpecialType.System_String) return Behind(node, ".MeteredFew()");
        return _types.IsCounted(type) ? Behind(node, MeteredTypes.CallOn(type)) : null;
    }

    private (string Before, string After)? Receiver(InvocationExpressionSyntax call, ExpressionSyntax node, bool isMetered)
    {
        if (isMetered || node is BaseExpressionSyntax or ThisExpressionSyntax || IsTargetTyped(node)) return null;
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol { IsStatic: false } and not IMethodSymbol { ReducedFrom: not null }) return null;
        if (model.GetSymbolInfo(call).Symbol is not { } method || allowed.CostOf(method) is not MemberCost.Counted) return null;
        return model.GetTypeInfo(node).Type is { } type && _types.IsCounted(type) && !IsLazy(node) ? Behind(node, MeteredTypes.CallOn(type)) : null;
    }

    private string Made(ExpressionSyntax node, IMethodSymbol method)
    {
        var type = method.ReturnType;
        if (method.ContainingType.Name != "Enumerable" || type.OriginalDefinition.Name is not ("IEnumerable" or "IOrderedEnumerable")) return _types.IsCounted(type) ? MeteredTypes.CallOn(type) : "";
        // What is asked for at once, by a call beside it, needs no counting of its own where a lambda counts each element.
        var isConsumed = node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } && model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType.Name: "Enumerable" };
        return isConsumed && method.Name is "Where" or "Select" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" ? "" : ".MeteredEach()";
    }

    protected bool IsComparison(ExpressionSyntax node) => model.GetTypeInfo(node).ConvertedType?.Name == "Comparison";

    private bool IsLazy(ExpressionSyntax node) =>
        node is InvocationExpressionSyntax && model.GetSymbolInfo(node).Symbol is IMethodSymbol { ContainingType.Name: "Enumerable", ReturnType.Name: "IEnumerable" or "IOrderedEnumerable" };

    private bool IsText(ExpressionSyntax node) => model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_String;

    private bool IsCounted(BinaryExpressionSyntax sum)
    {
        if (sum.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } outer || outer.Left != sum) return true;
        var depth = 0;
        for (ExpressionSyntax left = sum; left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } inner; left = inner.Left) depth++;
        return depth % Summands == 0;
    }

    // Where a constructor is run before any statement is.
    private static bool IsUncounted(ExpressionSyntax creation)
    {
        foreach (var outer in creation.Ancestors())
        {
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax or StatementSyntax or ArrowExpressionClauseSyntax:
                    return false;
                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax or FieldDeclarationSyntax or PropertyDeclarationSyntax:
                    return true;
            }
        }

        return false;
    }

    // In parentheses, unless it binds as closely as a call; what follows a "?." begins with a point and can't have them.
    private static (string Before, string After) Behind(ExpressionSyntax node, string call) =>
        node is InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or SimpleNameSyntax or ParenthesizedExpressionSyntax or LiteralExpressionSyntax
            ? ("", call)
            : ("(", ")" + call);

    private static (string Before, string After) Size(int bytes) => ("((int)(", FormattableString.Invariant($")).MeteredSize({bytes})"));

    private static bool IsShort(object? constant) => constant switch
    {
        int number => number <= 1024,
        string format => !Metering.MeteredText.IsTooWide(format),
        _ => true,
    };

    private static bool IsTargetTyped(ExpressionSyntax node) => node switch
    {
        ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or AnonymousFunctionExpressionSyntax => true,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.DefaultLiteralExpression),
        ParenthesizedExpressionSyntax inner => IsTargetTyped(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => IsTargetTyped(inner.Operand),
        _ => false,
    };

    private static InvocationExpressionSyntax? FirstCall(ExpressionSyntax rest)
    {
        while (true)
        {
            switch (rest)
            {
                case InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax } call:
                    return call;
                case InvocationExpressionSyntax { Expression: var called }:
                    rest = called;
                    break;
                case MemberAccessExpressionSyntax access:
                    rest = access.Expression;
                    break;
                case ConditionalAccessExpressionSyntax access:
                    rest = access.Expression;
                    break;
                default:
                    return null;
            }
        }
    }

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, ISymbol member)
    {
        var parameters = member switch { IMethodSymbol method => method.Parameters, IPropertySymbol property => property.Parameters, _ => [] };
        if (argument.NameColon is { Name.Identifier.ValueText: var name }) return parameters.FirstOrDefault(parameter => parameter.Name == name);
        var index = ((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return index < parameters.Length ? parameters[index] : parameters.LastOrDefault(parameter => parameter.IsParams);
    }
}
