using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocScript.Hooks.Safety;

/// <summary>A compilation with what its names mean, found once for the check and for the meter: it is what both spend most of their time on.</summary>
internal sealed class BoundCompilation(CSharpCompilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    /// <summary>The compilation.</summary>
    public CSharpCompilation Compilation => compilation;

    /// <summary>What its symbols are to a policy.</summary>
    public Allowed Allowed { get; } = new(compilation);

    /// <summary>What the names of a tree mean.</summary>
    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model)) _models[tree] = model = compilation.GetSemanticModel(tree);
        return model;
    }
}
