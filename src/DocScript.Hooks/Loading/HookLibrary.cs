using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DocScript.Documents;
using DocScript.Hooks.Cache;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Compilation;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Safety;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Loading;

/// <summary>Loads folders of C# commands: from the cache, or by compiling what is new. Safe for several threads.</summary>
public sealed class HookLibrary(HookCache? cache)
{
    // A newer build of any of these may read or run a file in another way.
    private static readonly string Makers = string.Join(
        ' ',
        typeof(Component).Assembly.ManifestModule.ModuleVersionId,
        typeof(Engine.ScriptEngine).Assembly.ManifestModule.ModuleVersionId,
        typeof(Document).Assembly.ManifestModule.ModuleVersionId,
        string.Join(' ', typeof(Component).Assembly.GetReferencedAssemblies().Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)).Select(reference => reference.FullName)),
        Environment.Version,
        RuntimeInformation.RuntimeIdentifier);

    // What is loaded already, by folder: a file that stays as it is, is not loaded again.
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, HookModule>> _loaded = new(StringComparer.Ordinal);

    /// <summary>What a folder declares, as it was read.</summary>
    /// <param name="granted">What its code may do beyond documents.</param>
    public HookSet Load(CommandFolder folder, IEnumerable<Capability> granted, CancellationToken cancellation = default)
    {
        var policy = new Policy(granted);
        var root = folder.Path;
        var before = _loaded.GetValueOrDefault(root) ?? ImmutableDictionary.Create<string, HookModule>(StringComparer.Ordinal);
        var modules = ImmutableDictionary.CreateBuilder<string, HookModule>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var found = new List<HookModule>();
        foreach (var file in HookFile.In(folder))
        {
            var key = KeyOf(file, policy);
            if (!before.TryGetValue(key, out var module))
            {
                var (compiled, wrong) = Compiled(file, policy, key, cancellation);
                problems.AddRange(wrong);
                if (compiled is null) continue;
                module = new HookModule(file, compiled, root, policy.Granted);
            }

            modules[key] = module;
            found.Add(module);
        }

        _loaded[root] = modules.ToImmutable();
        return new(
            root,
            [.. found.SelectMany(module => module.Manifest.Commands.Select(command => new HookCommand(module, command)))],
            [.. found.SelectMany(module => module.Manifest.Functions.Select(function => HookFunction.Of(module, function)))],
            [.. found.SelectMany(module => module.Manifest.Hooks.Select(hook => new MethodHook(module, hook)))],
            // What several files load is wrong once.
            [.. problems.DistinctBy(problem => (problem.Message, problem.Location?.Source.Name, problem.Location?.Span))])
        {
            Files = [.. found.Select(module => (module.File.Path, module.Manifest))],
        };
    }

    private (CompiledHook? Compiled, ImmutableArray<Diagnostic> Problems) Compiled(HookFile file, Policy policy, string key, CancellationToken cancellation)
    {
        if (cache?.Find(key) is { } kept) return (kept, []);
        var (compiled, problems) = Compile(file, policy, cancellation);
        if (compiled is not null) cache?.Keep(key, compiled);
        return (compiled, problems);
    }

    // Apart, so that Roslyn is loaded only where something is compiled.
    private static CompilationResult Compile(HookFile file, Policy policy, CancellationToken cancellation) => HookCompiler.Compile(file, policy, cancellation);

    private static string KeyOf(HookFile file, Policy policy) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Makers} {policy.Fingerprint} {file.Hash()}")));
}
