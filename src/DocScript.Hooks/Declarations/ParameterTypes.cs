using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Declarations;

/// <summary>What the types of parameters mean to the language.</summary>
internal static class ParameterTypes
{
    private const string Contract = "DocScript.Hooks.Contract.";

    /// <summary>The types that a message offers.</summary>
    public const string Offered = "string, long, int, decimal, double, bool, DateTimeOffset, object, an enum, IReadOnlyList<…>, IReadOnlyDictionary<string, object?>, Component, Place, DocumentView or DocumentEdit";

    /// <summary>The declaration of a parameter, or null where its type has no counterpart.</summary>
    /// <param name="isWritten">Whether a document of this name is written in the pattern; else it is the current one.</param>
    public static ParameterDeclaration? Of(IParameterSymbol parameter, bool isWritten)
    {
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : parameter.Type;
        return KindOf(type, isWritten) is { } kind ? new(parameter.Name, kind, Choices(type), parameter.HasExplicitDefaultValue, parameter.Type.NullableAnnotation is NullableAnnotation.Annotated, NameOf(type) is Contract + "DocumentEdit") : null;
    }

    private static ParameterKind? KindOf(ITypeSymbol type, bool isWritten) => type.SpecialType switch
    {
        SpecialType.System_String => ParameterKind.Text,
        SpecialType.System_Int32 or SpecialType.System_Int64 => ParameterKind.Integer,
        SpecialType.System_Decimal or SpecialType.System_Double => ParameterKind.Decimal,
        SpecialType.System_Boolean => ParameterKind.Boolean,
        SpecialType.System_Object => ParameterKind.Any,
        _ when type.TypeKind is TypeKind.Enum => ParameterKind.Choice,
        _ => NameOf(type) switch
        {
            "System.DateTimeOffset" => ParameterKind.Date,
            Contract + "Component" => ParameterKind.Component,
            Contract + "Place" => ParameterKind.Place,
            Contract + "DocumentView" or Contract + "DocumentEdit" => isWritten ? ParameterKind.Document : ParameterKind.CurrentDocument,
            Contract + "Transaction" or Contract + "Documents" => ParameterKind.Transaction,
            Contract + "NamedArguments" => ParameterKind.NamedArguments,
            Contract + "DocumentEvent" => ParameterKind.Event,
            Contract + "Files" => ParameterKind.Files,
            Contract + "Http" => ParameterKind.Http,
            _ => OfMany(type),
        },
    };

    private static ParameterKind? OfMany(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Name: "IReadOnlyList" or "IEnumerable" or "IReadOnlyCollection", TypeArguments: [var element] } => OfElement(element),
        IArrayTypeSymbol { Rank: 1, ElementType: var element } => OfElement(element),
        INamedTypeSymbol { Name: "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_Object }] } => ParameterKind.Object,
        _ => null,
    };

    private static ParameterKind? OfElement(ITypeSymbol element) => KindOf(element, isWritten: true) switch
    {
        ParameterKind.Component => ParameterKind.Components,
        ParameterKind.Text or ParameterKind.Integer or ParameterKind.Decimal or ParameterKind.Boolean or ParameterKind.Date or ParameterKind.Any => ParameterKind.List,
        _ => null,
    };

    private static ImmutableArray<string> Choices(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Enum ? [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => CommandPattern.Kebab(field.Name))] : [];

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None));
}
