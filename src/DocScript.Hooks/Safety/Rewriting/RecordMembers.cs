using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocScript.Hooks.Safety.Rewriting;

/// <summary>
/// What the compiler would write for a record without counting: a record that holds records compares, hashes and prints them, however many and deep. Comparing and hashing ask for
/// <c>EqualityContract</c> first, so that is where they are counted.
/// </summary>
internal static class RecordMembers
{
    /// <summary>The members to add, as text.</summary>
    public static string Of(RecordDeclarationSyntax node, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(node) is not { } record || record.DeclaringSyntaxReferences[0].Span != node.Span) return "";
        var text = "";
        if (!record.IsValueType && IsImplicit(record, "EqualityContract"))
        {
            var kind = record.BaseType is { IsRecord: true } ? "protected override" : record.IsSealed ? "private" : "protected virtual";
            text += $" {kind} global::System.Type EqualityContract {{ get {{ global::DocScript.Hooks.Safety.Meter.Enter(); return typeof({node.Identifier.Text}{node.TypeParameterList}); }} }}";
        }

        if (IsImplicit(record, "ToString"))
        {
            text += $" public override string ToString() {{ global::DocScript.Hooks.Safety.Meter.Enter(); var text = new global::System.Text.StringBuilder(); text.Append(\"{node.Identifier.ValueText} {{ \"); if (PrintMembers(text)) text.Append(' '); text.Append('}}'); return text.ToString().Metered(); }}";
        }

        return text;
    }

    private static bool IsImplicit(INamedTypeSymbol record, string member) => record.GetMembers(member).Any(each => each.IsImplicitlyDeclared);
}
