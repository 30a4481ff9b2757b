using System.Collections.Immutable;
using DocScript.Hooks.Declarations;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Compilation;

/// <summary>A file of C# compiled: what it declares, and the assembly with its debug information.</summary>
public sealed record CompiledHook(HookManifest Manifest, byte[] Assembly, byte[] Symbols)
{
    /// <summary>The class that a file's methods become members of.</summary>
    public const string ScriptClass = "Commands";
}

/// <summary>What came of compiling a file.</summary>
/// <param name="Compiled">The result, or null where something is wrong.</param>
/// <param name="Problems">What is wrong, at its places; else empty.</param>
public sealed record CompilationResult(CompiledHook? Compiled, ImmutableArray<Diagnostic> Problems);
