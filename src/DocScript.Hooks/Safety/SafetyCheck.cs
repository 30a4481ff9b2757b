using DocScript.Hooks.Diagnostics;

namespace DocScript.Hooks.Safety;

/// <summary>Looks through what a user wrote for all that commands may not do, on what it means rather than on how it is spelled.</summary>
internal static class SafetyCheck
{
    /// <summary>
    /// What <paramref name="bound"/>, with all that it loads, does beyond <paramref name="policy"/>, in order of place; empty where it may run. Names that don't bind are
    /// the compiler's affair: a compilation with errors may have problems besides.
    /// </summary>
    public static IReadOnlyList<SafetyProblem> Check(BoundCompilation bound, Policy policy)
    {
        var found = new ProblemList();
        foreach (var tree in bound.Compilation.SyntaxTrees)
        {
            var root = tree.GetRoot();
            try
            {
                var symbols = new SymbolCheck(bound.Allowed, policy, found);
                new ConstructCheck(bound.ModelOf(tree), symbols, found).Visit(root);
            }
            catch (InsufficientExecutionStackException)
            {
                found.Add(SafetyCodes.Construct, root.GetLocation(), "an expression or block is nested too deeply to be checked", "split it");
            }
        }

        return found.InOrder();
    }
}
