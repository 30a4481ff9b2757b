using DocScript.Hooks.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace DocScript.Hooks.Safety;

/// <summary>Looks through what a user wrote for all that commands may not do, on what it means rather than on how it is spelled.</summary>
public static class SafetyCheck
{
    /// <summary>
    /// What <paramref name="compilation"/>, with all that it loads, does beyond <paramref name="policy"/>, in order of place; empty where it may run. Names that don't bind are
    /// the compiler's affair: a compilation with errors may have problems besides.
    /// </summary>
    public static IReadOnlyList<SafetyProblem> Check(CSharpCompilation compilation, Policy policy)
    {
        var found = new ProblemList();
        var allowed = new Allowed(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var root = tree.GetRoot();
            try
            {
                var symbols = new SymbolCheck(allowed, policy, found);
                new ConstructCheck(compilation.GetSemanticModel(tree), symbols, found).Visit(root);
            }
            catch (InsufficientExecutionStackException)
            {
                found.Add(SafetyCodes.Construct, root.GetLocation(), "an expression or block is nested too deeply to be checked", "split it");
            }
        }

        return found.InOrder();
    }
}
