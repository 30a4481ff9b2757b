using System.Reflection;
using System.Runtime.Loader;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Safety;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace DocScript.Hooks.Tests.Safety;

/// <summary>Compiles a command's file, checks it, and runs its method <c>Run</c> within a budget.</summary>
internal static class SafetyHarness
{
    public static HookBudget Budget { get; } = new(10_000_000, TimeSpan.FromMinutes(5), 128L * 1024 * 1024);

    private static readonly string[] Usings = ["System", "System.Collections.Generic", "System.Globalization", "System.Linq", "System.Text", "System.Text.RegularExpressions", "DocScript.Hooks.Contract"];

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Compile(string code, string path = "test.csx", SourceReferenceResolver? loads = null)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script), path);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Usings, optimizationLevel: OptimizationLevel.Debug, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable, sourceReferenceResolver: loads);
        return CSharpCompilation.CreateScriptCompilation("Test", tree, References, options, returnType: typeof(object));
    }

    public static IReadOnlyList<SafetyProblem> Problems(string code, params Capability[] granted) => SafetyCheck.Check(new(Valid(Compile(code))), new Policy(granted));

    /// <summary>What <c>object? Run()</c> answers.</summary>
    public static object? Run(string code, HookBudget? budget = null, TimeProvider? clock = null, CancellationToken cancellation = default) => Run(Valid(Compile(code)), budget, clock, cancellation);

    public static object? Run(CSharpCompilation compilation, HookBudget? budget = null, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        var problems = SafetyCheck.Check(new(compilation), Policy.Default);
        if (problems.Count > 0) Assert.Fail(string.Join('\n', problems.Select(problem => $"{problem.Location.GetLineSpan().StartLinePosition} {problem.Code.Id} {problem.Message}")));
        var run = Load(Instrumentation.Instrument(new(compilation)));
        return Meter.Run(budget ?? Budget, clock ?? TimeProvider.System, cancellation, run);
    }

    /// <summary>A call of <c>Run</c> of a new submission.</summary>
    public static Func<object?> Load(CSharpCompilation compilation)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(code, symbols);
        if (!emitted.Success) Assert.Fail(string.Join('\n', emitted.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error)) + "\n" + compilation.SyntaxTrees[^1]);
        code.Position = symbols.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var type = context.LoadFromStream(code, symbols).GetType(compilation.ScriptClass!.MetadataName)!;
        var run = type.GetMethod("Run", BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return () =>
        {
            var submission = Activator.CreateInstance(type, BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public, null, [new object[2]], null);
            ((Task<object>)type.GetMethod("<Initialize>", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!.Invoke(submission, BindingFlags.DoNotWrapExceptions, null, null, null)!).GetAwaiter().GetResult();
            return run.Invoke(submission, BindingFlags.DoNotWrapExceptions, null, null, null);
        };
    }

    private static CSharpCompilation Valid(CSharpCompilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) Assert.Fail(string.Join('\n', errors));
        return compilation;
    }
}
