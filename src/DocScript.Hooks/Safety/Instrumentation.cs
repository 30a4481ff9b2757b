using DocScript.Hooks.Safety.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DocScript.Hooks.Safety;

/// <summary>Makes code that <see cref="SafetyCheck"/> let pass count what it uses on the thread's <see cref="Meter"/>.</summary>
internal static class Instrumentation
{
    /// <summary>
    /// The compilation with its files, and those they load, instrumented; every line keeps its number. Its warnings are off: those of the code as it was written are the ones to show.
    /// A compilation with errors has errors afterwards.
    /// </summary>
    /// <exception cref="InsufficientExecutionStackException">An expression is nested more deeply than <see cref="SafetyCheck"/> lets pass.</exception>
    public static CSharpCompilation Instrument(BoundCompilation bound)
    {
        var compilation = bound.Compilation;
        var trees = compilation.SyntaxTrees.ToDictionary(tree => tree, tree => Instrument(tree, bound));
        var loaded = new InstrumentedFiles(compilation.Options.SourceReferenceResolver, trees.ToDictionary(pair => pair.Key.FilePath, pair => pair.Value, StringComparer.Ordinal));
        var options = compilation.Options
            .WithUsings(compilation.Options.Usings.Add(typeof(Metering.MeteredText).Namespace!))
            .WithWarningLevel(0)
            .WithSourceReferenceResolver(loaded);
        var main = compilation.SyntaxTrees[^1];
        return compilation.WithOptions(options).ReplaceSyntaxTree(main, main.WithChangedText(trees[main]));
    }

    private static SourceText Instrument(SyntaxTree tree, BoundCompilation bound)
    {
        var edits = new TextEdits();
        new StatementRewriter(bound.ModelOf(tree), bound.Allowed, edits).Visit(tree.GetRoot());
        return edits.Apply(tree.GetText());
    }
}
