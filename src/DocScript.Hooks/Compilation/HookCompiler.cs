using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Diagnostics;
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

    private static readonly EmitOptions Emitting = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>The compiler's version, for keys.</summary>
    public static string Version => typeof(CSharpCompilation).Assembly.ManifestModule.ModuleVersionId.ToString();

    /// <summary>Compiles a file.</summary>
    public static Compilation Compile(HookFile file, CancellationToken cancellation = default)
    {
        var compilation = CSharpCompilation.CreateScriptCompilation("docscript-" + Path.GetFileNameWithoutExtension(file.Path), Parse(file, cancellation), ReferenceSet.All, Options(file));
        var errors = compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0) return new(null, [.. errors.Select(error => Told(file, error))]);
        var (manifest, problems) = new ManifestReader(file, compilation).Read();
        if (!problems.IsEmpty) return new(null, problems);

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: Emitting, cancellationToken: cancellation);
        if (!emitted.Success) return new(null, [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Select(error => Told(file, error))]);
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
        sourceReferenceResolver: new NeighbourResolver(file.Texts),
        metadataReferenceResolver: new NoReferences());

    /// <summary>A place that Roslyn names, as one of ours.</summary>
    public static Location? PlaceOf(HookFile file, Microsoft.CodeAnalysis.Location place) =>
        place.SourceTree is { } tree && file.Texts.TryGetValue(tree.FilePath, out var text) ? new(new(tree.FilePath, text), new Span(place.SourceSpan.Start, place.SourceSpan.Length)) : null;

    private static Diagnostic Told(HookFile file, Microsoft.CodeAnalysis.Diagnostic error) =>
        new(HookCodes.DoesNotCompile, Severity.Error, $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.')}", PlaceOf(file, error.Location), Help: error.Id switch
        {
            "CS1504" => "'#load' takes a file of the same folder, or of one below it",
            "CS0006" => "'#r' is not offered: C# commands have the contract and the runtime's basic assemblies",
            _ => null,
        });
}
