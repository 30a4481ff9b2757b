using System.Globalization;
using System.Text;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Storage;

namespace DocScript.Testing.Events;

/// <summary>
/// Scripts at random under hooks whose every effect leaves a trace: in documents, where each must be found exactly once, and in a file, where each must be found at least once.
/// </summary>
internal sealed class HookWork(IStore store, TimeProvider clock, string log, Random random, bool fails)
{
    /// <summary>The actor of the scripts.</summary>
    public const string Actor = "ann";

    /// <summary>What the hooks are called, with their events.</summary>
    public static IReadOnlyList<(string Name, DocumentEvents Event)> Hooks { get; } = [("note", DocumentEvents.Create), ("count", DocumentEvents.Publish), ("seen", DocumentEvents.Change)];

    private readonly ScriptEngine _engine = new(
        store,
        CommandTable.BuiltIn.With([], [], Hooks.Select(hook => Hook.After(hook.Event, hook.Name, context => Run(context, hook.Name, log, fails ? random : null)))),
        clock,
        new RandomIds());

    /// <summary>Gives a new store a design in which documents can be counted in.</summary>
    public async Task PrepareAsync()
    {
        using var reader = store.Read();
        var edit = new TransactionSource(clock).On(reader).Build();
        if (DesignDocument.Set(reader.Load(SystemDocuments.Design), IndexedDesign.Of(("published", "li-integer", false), ("of", "li-integer", true)), edit.Instant) is { } design)
            await store.CommitAsync(edit with { Id = new RandomIds().Transaction(edit.Instant), Documents = [design] });
    }

    /// <summary>Runs one script: it makes, publishes and changes some documents.</summary>
    public async Task RunOnceAsync()
    {
        var script = new StringBuilder();
        long last;
        using (var reader = store.Read()) last = reader.LastId(IdKind.Document);
        for (var each = random.Next(1, 4); each > 0; each--)
        {
            if (last == 0 || random.Next(3) == 0) script.Append("create article title \"made\"\n");
            else script.Append(CultureInfo.InvariantCulture, $"if exists document({random.NextInt64(Math.Max(1, last - 10), last + 1)}) {{ use {random.NextInt64(Math.Max(1, last - 10), last + 1)} {{ {(random.Next(2) == 0 ? "publish" : "")}\n set title = \"t{random.Next()}\"\n }} }}\n");
        }

        var result = await _engine.RunAsync(new RunRequest { Source = new SourceText("work", script.ToString()), Actor = Actor });
        if (result is Failed failed && failed.Diagnostics[0].Code.Id != "DS3007") throw new InvalidOperationException(failed.Diagnostics[0].Message + "\n" + script);
    }

    /// <summary>Runs the hooks for all that is left, also of processes that were killed while they held the leases.</summary>
    public async Task<IReadOnlyList<string>> DrainAsync() => [.. (await _engine.DrainAsync()).Select(warning => warning.Message)];

    /// <summary>What could not be done five times.</summary>
    /// <returns>Whether anything was, so that it was called out of its turn.</returns>
    public async Task<bool> RetryAsync()
    {
        var all = (await _engine.RetryHooksAsync()).Retried;
        foreach (var retried in all)
            if (retried.Failure is { } failure) throw new InvalidOperationException(failure);
        return all.Length > 0;
    }

    private static void Run(EventContext context, string name, string log, Random? failing)
    {
        var documents = context.Documents;
        if (documents.Find(context.Document) is not { } document) return;
        if (name == "note" && document.Metadata.Find("of") is null)
        {
            var note = documents.Create("article", null, $"note of {context.Document}", ObjectValue.Of([new("of", new IntegerValue(context.Document))]));
            documents.Edit(note).SetTitle($"note of {context.Document}", null);
        }

        if (name == "count")
        {
            var count = document.Metadata.Find("published") is IntegerValue { Integer: var known } ? known : 0;
            documents.Edit(context.Document).SetMetadata(MetadataPath.Of("published"), new IntegerValue(count + 1), null);
        }

        // What was edited before a failure must not be found.
        if (failing?.Next(12) == 0) throw new InvalidOperationException("as it happens");
        Append(log, string.Create(CultureInfo.InvariantCulture, $"{name} {context.Transaction} {context.Document}\n"));
    }

    // Several processes append, and none may write over what another does.
    private static void Append(string log, string line)
    {
        for (var wait = default(SpinWait); ; wait.SpinOnce())
        {
            try
            {
                using var file = new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.None);
                file.Write(Encoding.UTF8.GetBytes(line));
                return;
            }
            catch (IOException) when (File.Exists(log))
            {
                // Another has it open.
            }
        }
    }
}
