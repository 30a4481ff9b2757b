using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Safety;

/// <summary>Whether a symbol that stands at a place may be used there.</summary>
internal sealed class SymbolCheck(Allowed allowed, Policy policy, ProblemList found)
{
    private readonly Dictionary<ITypeSymbol, ITypeSymbol?> _refused = new(SymbolEqualityComparer.Default);

    /// <summary>What is the user's own.</summary>
    public bool IsOwn(ISymbol symbol) => allowed.IsOwn(symbol);

    /// <summary>Checks a type that is named, with all within it.</summary>
    public void Type(ITypeSymbol? type, SyntaxNode at) => Type(type, at, found.Add);

    /// <summary>Checks the type of a value.</summary>
    public void ValueType(ITypeSymbol? type, SyntaxNode at) => Type(type, at, found.AddFollowing);

    /// <summary>Checks a member that is called, read, written or named.</summary>
    public void Member(ISymbol? member, SyntaxNode at)
    {
        if (member is null) return;
        if (allowed.CostOf(member) is null) NotAllowed(member, at);
        if (member is IMethodSymbol method)
            foreach (var argument in method.TypeArguments) Type(argument, at);
        if (member.ContainingType is { } type) ValueType(type, at);
    }

    /// <summary>Checks a method that becomes a delegate: calls of the delegate can't be counted where they stand.</summary>
    public void MethodGroup(IMethodSymbol method, SyntaxNode at)
    {
        Member(method, at);
        if (allowed.CostOf(method) is not (null or MemberCost.Plain))
            found.Add(SafetyCodes.Unmetered, at.GetLocation(), $"calls of '{Names.Of(method)}' through a delegate can't be metered", $"write a lambda: x => … {method.Name}(…)");
    }

    private void NotAllowed(ISymbol symbol, SyntaxNode at) =>
        found.Add(SafetyCodes.NotAllowed, at.GetLocation(), $"commands may not use '{Names.Of(symbol)}'", Hints.For(symbol));

    private void Type(ITypeSymbol? type, SyntaxNode at, Action<DiagnosticCode, Microsoft.CodeAnalysis.Location, string, string> add)
    {
        if (type is null) return;
        if (!_refused.TryGetValue(type, out var refused)) _refused[type] = refused = allowed.Refused(type);
        if (refused is IDynamicTypeSymbol) add(SafetyCodes.Construct, at.GetLocation(), "'dynamic' keeps what it binds to in memory for good, so commands may not use it", "write the type, or object");
        else if (refused is IPointerTypeSymbol or IFunctionPointerTypeSymbol) add(SafetyCodes.Construct, at.GetLocation(), "commands may not use pointers", "use arrays and references");
        else if (refused is not null) add(SafetyCodes.NotAllowed, at.GetLocation(), $"commands may not use '{Names.Of(refused)}'", Hints.For(refused));
        if (Allowed.IsContract(type) && Missing(type) is { } what)
            add(SafetyCodes.NotGranted, at.GetLocation(), $"this folder was not granted '{type.Name}'", $"docscript trust <dir> --allow \"{what}\"");
    }

    // The capability that a type of the contract needs and that was not granted.
    private string? Missing(ITypeSymbol type) => type.Name switch
    {
        nameof(Contract.Files) when !policy.Granted.OfType<FilesCapability>().Any() => "files: read ./data",
        nameof(Contract.Http) when !policy.Granted.OfType<HttpCapability>().Any() => "http: example.org",
        _ => null,
    };
}
