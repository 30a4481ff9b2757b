using System.Text;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Safety;

/// <summary>What a compilation's symbols are to a policy: the user's own, the contract's, on the list, or refused.</summary>
internal sealed class Allowed(Microsoft.CodeAnalysis.Compilation compilation)
{
    /// <summary>The namespace of all that commands are written against.</summary>
    public const string Contract = "DocScript.Hooks.Contract";

    private static readonly Dictionary<string, Members> Listed = AllowList.Types.ToDictionary(type => type.Name, type => new Members(type), StringComparer.Ordinal);

    private readonly Dictionary<ISymbol, Members?> _types = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, MemberCost?> _costs = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the user wrote it, or the compiler for what the user wrote.</summary>
    public bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    /// <summary>Whether it is the contract's.</summary>
    public static bool IsContract(ISymbol symbol)
    {
        for (var space = symbol.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.Name == "Contract" && space.ToDisplayString() == Contract) return true;
        return false;
    }

    /// <summary>The first type within <paramref name="type"/> (itself, its elements, its arguments) that is refused, or null.</summary>
    public ITypeSymbol? Refused(ITypeSymbol? type)
    {
        switch (type)
        {
            case null or IErrorTypeSymbol or ITypeParameterSymbol:
                return null;
            case IArrayTypeSymbol array:
                return Refused(array.ElementType);
            case INamedTypeSymbol named:
                if (!IsOwn(named) && !IsContract(named) && !named.IsAnonymousType && Find(named) is null) return named;
                return named.TypeArguments.Select(Refused).FirstOrDefault(refused => refused is not null) ?? Refused(named.ContainingType);
            default:
                return type;
        }
    }

    /// <summary>How a call of a library's member is counted; null where it is refused. The user's own members and the contract's are plain.</summary>
    public MemberCost? CostOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        if (_costs.TryGetValue(member, out var known)) return known;
        return _costs[member] = Find(member);
    }

    /// <summary>What to write instead of a refused overload, or null.</summary>
    public static string? Instead(ISymbol member) => AllowList.Refused.GetValueOrDefault(SignatureOf(member));

    /// <summary>The method of ours that is called in place of a library's, or null.</summary>
    public static string? Replacement(ISymbol member) =>
        member is IMethodSymbol && IsLibrary(member) ? AllowList.Replaced.GetValueOrDefault(SignatureOf(member)) : null;

    private MemberCost? Find(ISymbol member)
    {
        // Arrays have members without a type of their own: what the compiler writes for a[i].
        if (IsOwn(member) || IsContract(member) || member.ContainingType is null or { IsAnonymousType: true } or { TypeKind: TypeKind.Error }) return MemberCost.Plain;
        if (Find(member.ContainingType) is not { } members) return null;
        if (Instead(member) is not null) return null;
        if (member is IMethodSymbol method && method.Parameters.Any(parameter => IsRefused(method, parameter))) return null;
        if (Replacement(member) is not null) return MemberCost.Replaced;
        return members.CostOf(member is IMethodSymbol { AssociatedSymbol: { } associated } ? associated.Name : member.Name);
    }

    // An exception within an exception is a list without an end; spans and time limits go around what is counted.
    private static bool IsRefused(IMethodSymbol method, IParameterSymbol parameter) =>
        (method.MethodKind == MethodKind.Constructor && IsException(parameter.Type))
        || (parameter.Type.Name is "Span" or "ReadOnlySpan" && !parameter.IsParams && method.ContainingType.Name != "MemoryExtensions" && method.MethodKind != MethodKind.Conversion)
        || (parameter.Type.Name == "TimeSpan" && method.ContainingType.Name == "Regex");

    private static bool IsLibrary(ISymbol member) => member.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true;

    // Such as "String.IndexOf(String,Int32)".
    internal static string SignatureOf(ISymbol member)
    {
        var name = member.ContainingType?.Name + "." + member.Name;
        if (member is not IMethodSymbol method) return name;
        method = method.ReducedFrom ?? method;
        return name + "(" + string.Join(',', method.OriginalDefinition.Parameters.Select(parameter => parameter.Type is IArrayTypeSymbol array ? array.ElementType.Name + "[]" : parameter.Type.Name)) + ")";
    }

    private Members? Find(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (_types.TryGetValue(type, out var known)) return known;
        return _types[type] = Listed.GetValueOrDefault(NameOf(type));
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type is { Name: "Exception", ContainingNamespace.Name: "System" }) return true;
        return false;
    }

    private static string NameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return NameOf(outer) + "+" + type.MetadataName;
        var name = new StringBuilder(type.MetadataName);
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace) name.Insert(0, '.').Insert(0, space.Name);
        return name.ToString();
    }

    private sealed class Members(AllowedType type)
    {
        private readonly Dictionary<string, MemberCost> _costs = new (string Names, MemberCost Cost)[]
            {
                (type.Plain, MemberCost.Plain), (type.Keyed, MemberCost.Keyed), (type.Counted, MemberCost.Counted),
            }
            .SelectMany(column => column.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries), (column, name) => KeyValuePair.Create(name, column.Cost))
            .ToDictionary(StringComparer.Ordinal);

        public MemberCost? CostOf(string name)
        {
            if (_costs.TryGetValue(name, out var cost) || (_costs.TryGetValue("*", out cost) && name is not ("GetType" or "MemberwiseClone"))) return cost;
            return name.StartsWith("op_", StringComparison.Ordinal) ? MemberCost.Plain : null;
        }
    }
}
