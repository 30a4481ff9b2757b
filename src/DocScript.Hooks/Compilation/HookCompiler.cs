using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Safety;
using DocScript.Language.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Diagnostic = DocScript.Language.Diagnostics.Diagnostic;
using Location = DocScript.Language.Diagnostics.Location;
using Severity = DocScript.Language.Diagnostics.Severity;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace DocScript.Hooks.Compilation;

/// <summary>Compiles a file of C#, checks and instruments it. Nothing of it is run. Safe for several threads.</summary>
internal static class HookCompiler
{
    /// <summary>What a file needs not import.</summary>
    public static readonly ImmutableArray<string> Imports =
        ["System", "System.Collections.Generic", "System.Globalization", "System.Linq", "System.Text", "System.Text.RegularExpressions", "DocScript.Engine.Commands", "DocScript.Hooks.Contract"];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>How an assembly is written: with the lines of its source beside it.</summary>
    public static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>The compiler's version, for keys.</summary>
    public static string Version => typeof(CSharpCompilation).Assembly.ManifestModule.ModuleVersionId.ToString();

    /// <summary>Compiles a file, as far as the policy lets it.</summary>
    public static CompilationResult Compile(HookFile file, Policy policy, CancellationToken cancellation = default)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation("docscript-" + Path.GetFileNameWithoutExtension(file.Path), Parse(file, cancellation), ReferenceSet.All, Options(file));
        var bound = new BoundCompilation(compilation);
        var unsafeUses = SafetyCheck.Check(bound, policy);
        if (unsafeUses.Count > 0) return new(null, ErrorsOf(file, compilation, cancellation) is { IsEmpty: false } errors ? errors : [.. unsafeUses.Select(use => Told(file, use))]);
        var (manifest, problems) = new ManifestReader(file, compilation).Read();
        if (!problems.IsEmpty) return new(null, ErrorsOf(file, compilation, cancellation) is { IsEmpty: false } errors ? errors : problems);
        // What only others load is compiled with them; of nothing the compiler makes no assembly.
        if (manifest.IsEmpty) return ErrorsOf(file, compilation, cancellation) is { IsEmpty: false } wrong ? new(null, wrong) : new(new CompiledHook(manifest, [], []), []);

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        // What is wrong is looked for in the code as it was written, and only where there is something.
        var emitted = Instrumentation.Instrument(bound).Emit(assembly, symbols, options: Emitting, cancellationToken: cancellation);
        if (!emitted.Success)
        {
            return ErrorsOf(file, compilation, cancellation) is { IsEmpty: false } errors
                ? new(null, errors)
                : throw new InvalidOperationException($"'{file.Path}' compiles, but not with its meter: {string.Join("; ", emitted.Diagnostics)}");
        }

        return new(new CompiledHook(manifest, assembly.ToArray(), symbols.ToArray()), []);
    }

    /// <summary>The tree of a file.</summary>
    public static SyntaxTree Parse(HookFile file, CancellationToken cancellation = default) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Parsing, file.Path, cancellation);

    /// <summary>How a file is compiled.</summary>
    public static CSharpCompilationOptions Options(HookFile file) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: CompiledHook.ScriptClass,
        usings: Imports,
        // Optimized code does not know its lines.
        optimizationLevel: OptimizationLevel.Debug,
        checkOverflow: true,
        allowUnsafe: false,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true,
        // A file is small: threads would cost more than they save.
        concurrentBuild: false,
        sourceReferenceResolver: new NeighbourResolver(file),
        metadataReferenceResolver: new NoReferences());

    /// <summary>A place that Roslyn names, as one of ours.</summary>
    public static Location? PlaceOf(HookFile file, Microsoft.CodeAnalysis.Location place) =>
        place.SourceTree is { } tree && file.Texts.TryGetValue(tree.FilePath, out var text) ? new(new(tree.FilePath, text), new Span(place.SourceSpan.Start, place.SourceSpan.Length)) : null;

    private static ImmutableArray<Diagnostic> ErrorsOf(HookFile file, CSharpCompilation compilation, CancellationToken cancellation) =>
        [.. compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Select(error => Told(file, error))];

    private static Diagnostic Told(HookFile file, SafetyProblem use) => new(use.Code, Severity.Error, use.Message, PlaceOf(file, use.Location), Help: use.Help);

    private static Diagnostic Told(HookFile file, Microsoft.CodeAnalysis.Diagnostic error) =>
        new(HookCodes.DoesNotCompile, Severity.Error, $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.')}", PlaceOf(file, error.Location), Help: error.Id switch
        {
            "CS1504" => "'#load' takes another file of the same folder, or of one below it, that does not load this one",
            "CS0006" => "'#r' is not offered: C# commands have the contract and the runtime's basic assemblies",
            _ => null,
        });
}
