using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Storage;

namespace DocScript.Testing.Events;

/// <summary>A store and an engine whose scripts are run with hooks.</summary>
public sealed class HookWorld(IStore store, TestClock clock, IIdSource ids, params EventHook[] hooks)
{
    /// <summary>One over a new store in memory.</summary>
    public static HookWorld With(params EventHook[] hooks)
    {
        var clock = new TestClock();
        return new(new MemoryStore(clock), clock, new FixedIds(), hooks);
    }

    /// <summary>The store.</summary>
    public IStore Store => store;

    /// <summary>The clock of store and engine.</summary>
    public TestClock Clock => clock;

    /// <summary>The engine.</summary>
    public ScriptEngine Engine { get; } = new(store, CommandTable.BuiltIn.With([], [], hooks), clock, ids);

    /// <summary>Another engine over the same store, as another process would have.</summary>
    public HookWorld Other(params EventHook[] others) => new(store, clock, new RandomIds(), others);

    /// <summary>A request for a script, of ana unless by another.</summary>
    public static RunRequest Request(string script, string actor = "ana", long? document = null) => new()
    {
        Source = new SourceText("script", script),
        Actor = actor,
        Document = document is { } id ? new IntegerValue(id) : null,
    };

    /// <summary>Runs a script.</summary>
    public Task<RunResult> RunAsync(string script, string actor = "ana", long? document = null) => Engine.RunAsync(Request(script, actor, document));

    /// <summary>Runs a script that must run to its end.</summary>
    public async Task<Done> DoneAsync(string script, string actor = "ana", long? document = null) => Is<Done>(await RunAsync(script, actor, document));

    /// <summary>The document as it is now, or null.</summary>
    public DocScript.Documents.Document? Load(long id)
    {
        using var reader = store.Read();
        return reader.Load(id);
    }

    /// <summary>A result that must be of a kind.</summary>
    public static T Is<T>(RunResult result) where T : RunResult => result is T expected ? expected : throw new InvalidOperationException($"not {typeof(T).Name} but {result}: {string.Join("; ", MessagesOf(result))}");

    private static IEnumerable<string> MessagesOf(RunResult result) => DocScript.Engine.Json.ResultJson.DiagnosticsOf(result).Select(each => each.Code.Id + " " + each.Message);
}
