using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary>
/// The documents that code beside the script reaches, all within its transaction: what it reads is part of what the commit rests on, what it edits part of what is committed.
/// Only for the call that it was given to, on that thread.
/// </summary>
public sealed class RunDocuments
{
    private readonly Interpreter _interpreter;
    private readonly Func<Violation, Span> _place;

    internal RunDocuments(Interpreter interpreter, Func<Violation, Span> place) => (_interpreter, _place) = (interpreter, place);

    /// <summary>The store's design.</summary>
    public Design Design => State.Workspace.Design;

    /// <summary>The user's name.</summary>
    public string Actor => State.Actor;

    /// <summary>The transaction's one instant.</summary>
    public DateTimeOffset Instant => State.Instant;

    /// <summary>The current document's id, or null where there is none.</summary>
    public long? Current => State.CurrentOrNull?.Id;

    internal RunState State => _interpreter.State;

    /// <summary>A document as the run sees it now, or null if it never was or is deleted.</summary>
    public Document? Find(long id) => id > 0 ? State.Workspace.Find(id) : null;

    /// <summary>A document by its key, or null if it never was or is deleted.</summary>
    public Document? Find(string key) => State.Workspace.FindKey(key) is { } id ? Find(id) : null;

    /// <summary>The ids of the documents that a condition takes, in the order of their ids: what <c>for each document where …</c> finds, by an index where there is one.</summary>
    /// <param name="condition">A condition of the language: <c>published and meta.section == wanted</c>.</param>
    /// <param name="variables">Values for names in it.</param>
    /// <param name="limit">The most documents, or null for all.</param>
    public IReadOnlyList<long> Query(string condition, IEnumerable<KeyValuePair<string, Value>> variables, int? limit)
    {
        var loop = Loop(condition) with { Limit = limit is { } most ? new IntegerLiteral(most) : null };
        var scope = State.Scope;
        State.Scope = new Scope(null);
        try
        {
            foreach (var (name, value) in variables) State.Scope.Declare(name, value);
            return new DocumentLoop(_interpreter).Find(loop);
        }
        catch (ScriptFault fault)
        {
            throw new ScriptFault(fault.Code, $"in the query '{condition}': {fault.Message}", help: fault.Help);
        }
        finally
        {
            State.Scope = scope;
        }
    }

    /// <summary>A document, to edit.</summary>
    public DocumentEdit Edit(long id) => new(State, id, _place);

    /// <summary>A component as a value of expressions.</summary>
    public Value Reference(long document, string component) => new ComponentReference(document, component);

    /// <summary>Makes a new document and answers its id.</summary>
    public long Create(string contentType, string? key, string title, ObjectValue metadata)
    {
        var workspace = State.Workspace;
        if ((Rules.ContentTypeExists(Design, contentType) ?? (key is null ? null : Rules.KeyIsValid(key))) is { } violation) throw ScriptFault.Of(violation, _place(violation));
        if (key is not null && workspace.FindKey(key) is { } taken)
            throw new ScriptFault(EngineCodes.KeyTaken, $"document {taken} has, or had, the key '{key}'", help: "choose another key");
        var id = workspace.Ids.Document();
        Edit(id).Create(Rules.Create(Design, id, key, contentType, title, metadata));
        return id;
    }

    private static ForEachDocumentStatement Loop(string condition)
    {
        var parsed = ScriptParser.Parse(new SourceText("query", $"for each document where ({condition}\n) {{ }}"), CommandTable.BuiltIn.Grammar);
        if (parsed is { IsValid: true, Script.Statements: [ForEachDocumentStatement loop] }) return loop;
        var wrong = parsed.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
        throw new ScriptFault(wrong?.Code ?? SyntaxCodes.UnknownStatement, $"the query '{condition}' is no condition{(wrong is null ? "" : ": " + wrong.Message)}", help: "write it as after 'where', such as: type == \"article\" and published");
    }
}
