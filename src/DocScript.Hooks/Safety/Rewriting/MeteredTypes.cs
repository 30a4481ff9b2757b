using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Safety.Rewriting;

/// <summary>Which values have a length to count, and how many bytes an element takes.</summary>
internal sealed class MeteredTypes(Allowed allowed)
{
    private const int Reference = 8;

    /// <summary>Whether a value is a text or a collection of the library's.</summary>
    public bool IsCounted(ITypeSymbol? type) => type switch
    {
        null or ITypeParameterSymbol or { IsRefLikeType: true } => false,
        { SpecialType: SpecialType.System_String } or IArrayTypeSymbol => true,
        { Name: "StringBuilder" } => !allowed.IsOwn(type),
        _ => IsSequence(type) && (!allowed.IsOwn(type) || (type.BaseType is { SpecialType: SpecialType.None } inherited && IsCounted(inherited))),
    };

    /// <summary>The call behind such a value that counts it.</summary>
    public static string CallOn(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => ".Metered()",
        IArrayTypeSymbol { Rank: 1 } => ".MeteredArray()",
        { Name: "StringBuilder" } => ".MeteredBuilder()",
        { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } => ".MeteredLazy()",
        { Name: "List", ContainingNamespace.Name: "Generic" } => ".MeteredList()",
        { Name: "HashSet", ContainingNamespace.Name: "Generic" } => ".MeteredSet()",
        { Name: "IGrouping", ContainingNamespace.Name: "Linq" } => ".MeteredGroup()",
        _ => ".MeteredItems()",
    };

    /// <summary>Bytes of a field or element; a type parameter's are those of a large value.</summary>
    public int BytesOf(ITypeSymbol type)
    {
        if (type.IsReferenceType) return Reference;
        return type.SpecialType switch
        {
            SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => 1,
            SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
            SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
            SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime => 8,
            SpecialType.System_Decimal => 16,
            _ when type.TypeKind == TypeKind.Enum => 8,
            _ when type is INamedTypeSymbol { TypeKind: TypeKind.Struct } => Math.Max(1, type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Sum(field => BytesOf(field.Type))),
            _ => 32,
        };
    }

    /// <summary>Whether a number given for a library's parameter is the length of what is made.</summary>
    public static bool IsSize(IParameterSymbol parameter) => parameter.Type.SpecialType == SpecialType.System_Int32 && parameter.Name switch
    {
        "capacity" or "initialCapacity" or "maxCapacity" or "totalWidth" or "repeatCount" or "newSize" or "size" => true,
        "count" => parameter.ContainingSymbol is { Name: "Range" or "Repeat", ContainingType.Name: "Enumerable" } or { Name: ".ctor", ContainingType.SpecialType: SpecialType.System_String },
        _ => false,
    };

    /// <summary>How many bytes each of that length takes at once.</summary>
    public static int BytesMade(IParameterSymbol parameter) => parameter switch
    {
        { ContainingType.Name: "Enumerable" } => 0,
        { ContainingType.Name: "String" or "StringBuilder" } => 2,
        _ => 16,
    };

    private static bool IsSequence(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(each => each.SpecialType == SpecialType.System_Collections_IEnumerable);
}
