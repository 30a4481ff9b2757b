using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Safety;

/// <summary>How symbols are written in messages and compared in tables.</summary>
internal static class Names
{
    /// <summary>Namespace, type and member without parameters: <c>System.IO.File.Delete</c>.</summary>
    public static SymbolDisplayFormat Whole { get; } = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The name for a message.</summary>
    public static string Of(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "new " + symbol.ContainingType.ToDisplayString(Whole),
        IMethodSymbol { AssociatedSymbol: { } associated } => Of(associated),
        IMethodSymbol { MethodKind: MethodKind.Conversion } conversion => $"the conversion from {conversion.Parameters[0].Type.ToDisplayString(Whole)} to {conversion.ReturnType.ToDisplayString(Whole)}",
        _ => symbol.ToDisplayString(Whole),
    };
}
