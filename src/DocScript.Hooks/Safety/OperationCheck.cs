using DocScript.Hooks.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DocScript.Hooks.Safety;

/// <summary>Walks what runs, with all that the compiler adds: conversions, enumerators, operators, handlers, deconstruction.</summary>
internal sealed class OperationCheck(SemanticModel model, SymbolCheck symbols, ProblemList found) : OperationWalker
{
    public override void DefaultVisit(IOperation operation)
    {
        symbols.ValueType(operation.Type, operation.Syntax);
        Members(operation);
        Forms(operation);
        base.DefaultVisit(operation);
    }

    // The visits that the base class does not send to DefaultVisit would skip the check; it sends all.
    private void Members(IOperation operation)
    {
        var at = operation.Syntax;
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: var method }:
                symbols.Member(method, at is InvocationExpressionSyntax invocation ? Named(invocation.Expression) : at);
                Sorted(method, operation);
                break;
            case IObjectCreationOperation creation:
                symbols.Member(creation.Constructor, Named(at));
                break;
            case IMethodReferenceOperation reference:
                symbols.MethodGroup(reference.Method, Named(at));
                break;
            case IMemberReferenceOperation reference:
                symbols.Member(reference.Member, Named(at));
                break;
            case IBinaryOperation binary:
                symbols.Member(binary.OperatorMethod, at);
                Delegates(binary.OperatorKind == BinaryOperatorKind.Add, binary.Type, at);
                break;
            case IUnaryOperation unary:
                symbols.Member(unary.OperatorMethod, at);
                break;
            case IIncrementOrDecrementOperation increment:
                symbols.Member(increment.OperatorMethod, at);
                break;
            case ICompoundAssignmentOperation compound:
                symbols.Member(compound.OperatorMethod, at);
                symbols.Member(compound.InConversion.MethodSymbol, at);
                symbols.Member(compound.OutConversion.MethodSymbol, at);
                Delegates(true, compound.Type, at);
                break;
            case IConversionOperation conversion:
                symbols.Member(conversion.OperatorMethod, at);
                break;
            case IForEachLoopOperation when at is CommonForEachStatementSyntax loop:
                Enumeration(model.GetForEachStatementInfo(loop), loop);
                break;
            case IDeconstructionAssignmentOperation when at is AssignmentExpressionSyntax assignment:
                Deconstruction(model.GetDeconstructionInfo(assignment), assignment);
                break;
            case IRecursivePatternOperation pattern:
                symbols.Member(pattern.DeconstructSymbol, at);
                break;
            case IListPatternOperation pattern:
                symbols.Member(pattern.LengthSymbol, at);
                symbols.Member(pattern.IndexerSymbol, at);
                break;
            case ISlicePatternOperation pattern:
                symbols.Member(pattern.SliceSymbol, at);
                break;
            case IImplicitIndexerReferenceOperation reference:
                symbols.Member(reference.LengthSymbol, at);
                symbols.Member(reference.IndexerSymbol, at);
                break;
            case ICollectionExpressionOperation collection:
                symbols.Member(collection.ConstructMethod, at);
                break;
            case IWithOperation copy:
                symbols.Member(copy.CloneMethod, at);
                break;
            case ITypePatternOperation pattern:
                symbols.ValueType(pattern.MatchedType, at);
                break;
            case IIsTypeOperation test:
                symbols.ValueType(test.TypeOperand, at);
                break;
            case ICatchClauseOperation handler:
                symbols.ValueType(handler.ExceptionType, at);
                break;
            case IVariableDeclaratorOperation variable:
                symbols.ValueType(variable.Symbol.Type, at);
                break;
        }
    }

    private void Forms(IOperation operation)
    {
        var at = operation.Syntax.GetLocation();
        switch (operation)
        {
            case ITypeOfOperation:
                found.Add(SafetyCodes.NotAllowed, at, "commands may not use 'typeof'", "write the types out, or compare with 'is'; nameof gives a name");
                break;
            case IDelegateCreationOperation { Type.Name: "Comparison" } when operation.Syntax is BaseObjectCreationExpressionSyntax:
                found.Add(SafetyCodes.Unmetered, at, "a comparison made of another delegate can't be metered", "write a lambda: (a, b) => …");
                break;
            case ITypeParameterObjectCreationOperation:
                found.Add(SafetyCodes.Unmetered, at, "'new' of a type parameter can't be metered", "take a Func that makes it");
                break;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                found.Add(SafetyCodes.Construct, at, "'dynamic' keeps what it binds to in memory for good, so commands may not use it", "write the type, or object");
                break;
            case IAddressOfOperation or IFunctionPointerInvocationOperation:
                found.Add(SafetyCodes.Construct, at, "commands may not use pointers", "use arrays and references");
                break;
            case IEventAssignmentOperation:
                found.Add(SafetyCodes.Construct, at, "commands may not use events", "call the method itself");
                break;
            case IPropertyReferenceOperation { Property: { Name: "Capacity" or "Length", IsReadOnly: false } property } when !symbols.IsOwn(property) && !Allowed.IsContract(property) && !IsCounted(operation):
                found.Add(SafetyCodes.Unmetered, at, $"setting '{Names.Of(property)}' in this way can't be metered", "set it with =, += or -=");
                break;
        }
    }

    private void Enumeration(ForEachStatementInfo info, CommonForEachStatementSyntax loop)
    {
        // An array is walked by its index, whatever the compiler says of enumerators.
        if (model.GetTypeInfo(loop.Expression).Type is { SpecialType: SpecialType.System_Collections_IEnumerable })
            found.Add(SafetyCodes.Unmetered, loop.Expression.GetLocation(), "a sequence of object can't be metered here", "name the type of its elements: IEnumerable<string>");
        if (model.GetTypeInfo(loop.Expression).Type is not IArrayTypeSymbol)
        {
            symbols.Member(info.GetEnumeratorMethod, loop.Expression);
            symbols.Member(info.MoveNextMethod, loop.Expression);
            symbols.Member(info.CurrentProperty, loop.Expression);
            symbols.Member(info.DisposeMethod, loop.Expression);
        }

        symbols.Member(info.ElementConversion.MethodSymbol, loop.Expression);
        symbols.ValueType(info.ElementType, loop.Expression);
        if (loop is ForEachVariableStatementSyntax deconstructing) Deconstruction(model.GetDeconstructionInfo(deconstructing), loop.Expression);
    }

    private void Deconstruction(DeconstructionInfo info, SyntaxNode at)
    {
        symbols.Member(info.Method, at);
        symbols.Member(info.Conversion?.MethodSymbol, at);
        foreach (var nested in info.Nested) Deconstruction(nested, at);
    }

    // A delegate of delegates doubles without a loop.
    private void Delegates(bool isAdding, ITypeSymbol? type, SyntaxNode at)
    {
        if (isAdding && type?.TypeKind == TypeKind.Delegate) found.Add(SafetyCodes.Unmetered, at.GetLocation(), "delegates that are added to each other can't be metered", "call them one after the other, or keep a list of them");
    }

    private void Sorted(IMethodSymbol method, IOperation operation)
    {
        // Boxes made within the library would be unseen.
        if (method is { Name: "Cast" or "OfType", ContainingType.Name: "Enumerable", TypeArguments: [{ SpecialType: SpecialType.System_Object }] })
            found.Add(SafetyCodes.Unmetered, operation.Syntax.GetLocation(), "a sequence of object can't be metered here", "use Select(x => (object)x)");
    }

    private static bool IsCounted(IOperation property) => property.Parent switch
    {
        ISimpleAssignmentOperation => true,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } => true,
        ICompoundAssignmentOperation => false,
        IIncrementOrDecrementOperation => true,
        ITupleOperation tuple => tuple.Parent is not IDeconstructionAssignmentOperation assignment || assignment.Target != tuple,
        _ => true,
    };

    // The name alone is marked, not the chain before it.
    private static SyntaxNode Named(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        ObjectCreationExpressionSyntax creation => Named(creation.Type),
        AttributeSyntax attribute => Named(attribute.Name),
        QualifiedNameSyntax name => name.Right,
        AliasQualifiedNameSyntax name => name.Name,
        _ => node,
    };
}
