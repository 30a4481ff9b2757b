using System.Reflection;
using System.Runtime.Loader;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Compilation;
using DocScript.Hooks.Declarations;

namespace DocScript.Hooks.Loading;

/// <summary>A compiled file, loaded when something of it is called first. Once nobody refers to it, its code is unloaded. Safe for several threads.</summary>
internal sealed class HookModule(HookFile file, CompiledHook compiled, string folder, IReadOnlyList<Capability> granted)
{
    private readonly Lazy<LoadedScript> _loaded = new(() => new LoadedScript(compiled));

    /// <summary>The file.</summary>
    public HookFile File => file;

    /// <summary>The folder of commands that it is one of.</summary>
    public string Folder => folder;

    /// <summary>What it may do beyond documents.</summary>
    public IReadOnlyList<Capability> Granted => granted;

    /// <summary>What it declares.</summary>
    public HookManifest Manifest => compiled.Manifest;

    /// <summary>A method, ready to be called.</summary>
    public LoadedMethod Method(MethodDeclaration declaration) => _loaded.Value.Method(declaration.Name);

    private sealed class LoadedScript
    {
        // Where a script puts itself in the array that it is made with; before it stands what a host would share.
        private const int Place = 1;

        private readonly MethodInvoker _factory;
        private readonly Dictionary<string, LoadedMethod> _methods = new(StringComparer.Ordinal);

        public LoadedScript(CompiledHook compiled)
        {
            var context = new AssemblyLoadContext(null, isCollectible: true);
            using var assembly = new MemoryStream(compiled.Assembly, writable: false);
            using var symbols = new MemoryStream(compiled.Symbols, writable: false);
            var type = context.LoadFromStream(assembly, symbols).GetType(CompiledHook.ScriptClass, throwOnError: true)!;
            _factory = MethodInvoker.Create(type.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!);
            var declared = compiled.Manifest.Commands.Select(command => command.Method).Concat(compiled.Manifest.Functions.Select(function => function.Method)).Concat(compiled.Manifest.Hooks.Select(hook => hook.Method));
            foreach (var name in declared.Select(method => method.Name).Distinct(StringComparer.Ordinal))
                _methods[name] = new LoadedMethod(type.GetMethod(name, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!, NewInstance);
        }

        public LoadedMethod Method(string name) => _methods[name];

        // One for each call, so that nothing is kept between calls.
        private object NewInstance()
        {
            var submissions = new object[Place + 1];
            ((Task<object>)_factory.Invoke(null, (object)submissions)!).GetAwaiter().GetResult();
            return submissions[Place];
        }
    }
}

/// <summary>A method of a loaded file.</summary>
internal sealed class LoadedMethod(MethodInfo method, Func<object> newInstance)
{
    private readonly MethodInvoker _invoker = MethodInvoker.Create(method);

    /// <summary>Its parameters.</summary>
    public ParameterInfo[] Parameters { get; } = method.GetParameters();

    /// <summary>Calls it; what it throws comes as it is.</summary>
    public object? Call(object?[] arguments) => _invoker.Invoke(method.IsStatic ? null : newInstance(), arguments.AsSpan());
}
