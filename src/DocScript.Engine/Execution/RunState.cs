using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Events;
using DocScript.Engine.Functions;
using DocScript.Language.Text;

namespace DocScript.Engine.Execution;

/// <summary>Where a run stands: its workspace, variables, current document and output.</summary>
internal sealed class RunState(Workspace workspace, string actor, DateTimeOffset instant, Limits limits, bool canForce)
{
    private readonly Dictionary<long, bool> _publishing = [];
    private readonly Dictionary<Language.Tree.Path, MetadataPath> _paths = new(ReferenceEqualityComparer.Instance);
    private long _printed;

    public Workspace Workspace { get; } = workspace;

    /// <summary>The functions that expressions can call.</summary>
    public FunctionTable Functions { get; init; } = FunctionTable.BuiltIn;

    public string Actor { get; } = actor;

    public DateTimeOffset Instant { get; } = instant;

    public Limits Limits { get; } = limits;

    /// <summary>Whether the actor may undo a checkout of somebody else by force.</summary>
    public bool CanForce { get; } = canForce;

    public Scope Scope { get; set; } = new(null);

    /// <summary>The current document's id, or null.</summary>
    public long? CurrentId { get; set; }

    /// <summary>The hooks that run before what this run does; null for none.</summary>
    public BeforeHooks? Before { get; set; }

    /// <summary>The last component inserted.</summary>
    public ComponentReference? Inserted { get; set; }

    public List<string> Printed { get; } = [];

    /// <summary>What commands in C# answered to their caller, in order.</summary>
    public List<CommandResult> Results { get; } = [];

    /// <summary>The named arguments that the caller sent along for commands in C#.</summary>
    public ObjectValue Arguments { get; init; } = ObjectValue.Empty;

    /// <summary>What was put right on the way, by place in the script, in the order in which it was met first; one for each place.</summary>
    public OrderedDictionary<Span, Violation> Warnings { get; } = [];

    public Document? CurrentOrNull => CurrentId is { } id ? Workspace.Find(id) : null;

    public Document Current(Span span) => CurrentOrNull
        ?? throw new ScriptFault(EngineCodes.NoDocument, "there is no current document", span, help: "write 'use <id>' before, or give a document with --doc");

    /// <summary>The id of the document that an integer (id), a text (key) or a document value names.</summary>
    public long Lookup(Value value, Span span)
    {
        var id = value switch
        {
            IntegerValue integer => integer.Integer,
            TextValue key => Workspace.FindKey(key.Text) ?? throw Missing(value, span),
            DocumentReference reference => reference.Id,
            _ => throw new ScriptFault(EngineCodes.WrongKind, $"a document is named by its id or key, not by {Kinds.WithArticle(value)}", span, help: "write its id, as in 42, or its key in quotes"),
        };
        return Workspace.Find(id) is null ? throw Missing(value, span) : id;
    }

    /// <summary>A path of the script as one of documents; the same for all whom a loop changes there.</summary>
    public MetadataPath PathOf(Language.Tree.Path path) => _paths.TryGetValue(path, out var known) ? known : _paths[path] = Paths.Of(path);

    public void Print(string line, Span span)
    {
        _printed += line.Length + 1;
        if (_printed > Limits.ValueCharacters)
            throw new ScriptFault(EngineCodes.ValueTooLarge, $"the script would print more than {Limits.ValueCharacters / (1024 * 1024)} MiB", span, help: "print less, or split the work into several scripts");
        Printed.Add(line);
    }

    /// <summary>Keeps a script from both publishing and unpublishing one document.</summary>
    public void Publishing(long document, bool publish)
    {
        if (!_publishing.TryAdd(document, publish) && _publishing[document] != publish)
            throw new ScriptFault(EngineCodes.PublishedAndUnpublished, $"one script can't both publish and unpublish document {document}", help: "split it into two scripts");
    }

    private ScriptFault Missing(Value value, Span span)
    {
        var name = value is TextValue key ? $"key '{key.Text}'" : $"id {ValueText.Of(value)}";
        var deleted = (value is TextValue text ? Workspace.FindKey(text.Text) : (value as IntegerValue)?.Integer) is { } id && Workspace.FindEvenDeleted(id) is { Header.Deleted: true };
        return new ScriptFault(
            EngineCodes.NoSuchDocument,
            deleted ? $"the document with {name} was deleted" : $"there is no document with {name}",
            span,
            help: deleted ? "undo of the transaction that deleted it brings it back" : "look for it with 'for each document', or ask 'exists document(…)' where it may be missing",
            suggest: deleted || value is not TextValue { Text: var near } ? null : () => Workspace.NearKey(near));
    }
}
