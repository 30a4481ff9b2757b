using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Hooks.Cache;
using DocScript.Hooks.Loading;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Hooks.Tests;

/// <summary>A folder of C# commands of its own, and an engine over an empty store that has them.</summary>
internal sealed class HookWorld : IDisposable
{
    private readonly string _root;
    private readonly bool _isOwner;

    public HookWorld(params (string Name, string Text)[] files) : this(Directory.CreateTempSubdirectory("docscript-hooks-").FullName, isOwner: true, files) { }

    private HookWorld(string root, bool isOwner, (string Name, string Text)[] files)
    {
        (_root, _isOwner) = (root, isOwner);
        Directory.CreateDirectory(Folder);
        foreach (var (name, text) in files) Write(name, text);
        Library = new HookLibrary(new HookCache(CacheFolder));
    }

    public string Folder => Path.Combine(_root, "commands");

    public string CacheFolder => Path.Combine(_root, "cache");

    public HookLibrary Library { get; }

    public MemoryStore Store { get; } = new();

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The set, whatever is wrong with it.</summary>
    public HookSet LoadAll() => Library.Load(CommandFolder.Read(Folder).Folder!, []);

    /// <summary>The set, of which nothing is wrong.</summary>
    public HookSet Load()
    {
        var set = LoadAll();
        Assert.True(set.Problems.IsEmpty, Text(set.Problems));
        return set;
    }

    public CommandTable Table()
    {
        var set = Load();
        return CommandTable.BuiltIn.With(set.Commands, set.Functions, set.Hooks);
    }

    public Task<RunResult> RunAsync(string script, RunRequest? like = null) =>
        new ScriptEngine(Store, Table(), TimeProvider.System, new RandomIds()).RunAsync((like ?? new RunRequest { Source = new("", ""), Actor = "anna" }) with { Source = new SourceText("test", script) });

    public async Task<Done> DoneAsync(string script, RunRequest? like = null)
    {
        var result = await RunAsync(script, like);
        return Assert.IsType<Done>(result is Done ? result : throw new Xunit.Sdk.XunitException(Text(Engine.Json.ResultJson.DiagnosticsOf(result))));
    }

    public static string Text(IEnumerable<Diagnostic> diagnostics) => DiagnosticText.Of(diagnostics);

    /// <summary>The same folder and cache as another process would see them.</summary>
    public HookWorld Again() => new(_root, isOwner: false, []);

    public void Dispose()
    {
        if (_isOwner) Directory.Delete(_root, recursive: true);
    }
}
