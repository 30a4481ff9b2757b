using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Safety;

/// <summary>
/// Values that the library compares, hashes and prints member by member: tuples and structs. One that holds an object can hold another of its kind there, and so on without an end, and
/// the library would follow until the stack is used up, with no step of the user's code between. So it must not become an object.
/// </summary>
internal sealed class Boxes(Microsoft.CodeAnalysis.Compilation compilation)
{
    private HashSet<ISymbol>? _interfaces;

    /// <summary>Whether the conversion hides such a value in an object or interface.</summary>
    public bool Hides(ITypeSymbol? from, ITypeSymbol? to)
    {
        if (from is null || to is null) return false;
        if (from is INamedTypeSymbol { IsTupleType: true } tuple && to is INamedTypeSymbol { IsTupleType: true } other && tuple.TupleElements.Length == other.TupleElements.Length)
            return tuple.TupleElements.Zip(other.TupleElements).Any(pair => Hides(pair.First.Type, pair.Second.Type));
        return to.IsReferenceType && to is not ITypeParameterSymbol && IsComposite(from);
    }

    /// <summary>Whether a member of this type can hold any value.</summary>
    public bool IsOpen(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType } or IDynamicTypeSymbol => true,
        ITypeParameterSymbol { IsReferenceType: false } => true,
        { TypeKind: TypeKind.Interface } => Interfaces.Contains(type.OriginalDefinition) || type.Name is "IComparable" or "IEquatable",
        _ => false,
    };

    private HashSet<ISymbol> Interfaces => _interfaces ??= compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
        .SelectMany(type => type.TypeKind == TypeKind.Interface ? [type] : type.IsValueType ? type.AllInterfaces : [])
        .Select(each => each.OriginalDefinition)
        .ToHashSet<ISymbol>(SymbolEqualityComparer.Default);

    private bool IsComposite(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter) return !parameter.IsReferenceType;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None or SpecialType.System_Nullable_T } named) return false;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return IsComposite(named.TypeArguments[0]);
        // A library's value holds what its arguments say.
        var members = SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly)
            ? named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.Type)
            : named.TypeArguments;
        return members.Any(member => IsOpen(member) || IsComposite(member));
    }
}
