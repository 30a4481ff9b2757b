using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Events;

/// <summary>
/// Runs the hooks before what one attempt at a transaction does, in the order of their names. What a hook does raises no further ones. A change of content is raised once for
/// each document, at the end; all else when it is just about to happen, of a new document when it is just made.
/// </summary>
internal sealed class BeforeHooks
{
    private readonly HookTable _hooks;
    private readonly Interpreter _interpreter;
    private readonly Guid _transaction;
    private readonly CancellationToken _cancellation;
    private readonly bool _mayEdit;
    private readonly List<Diagnostic> _ignored = [];
    private bool _isRunning;

    private BeforeHooks(HookTable hooks, Interpreter interpreter, Guid transaction, bool mayEdit, CancellationToken cancellation) =>
        (_hooks, _interpreter, _transaction, _mayEdit, _cancellation) = (hooks, interpreter, transaction, mayEdit, cancellation);

    /// <summary>Edits that hooks attempted where they may only refuse.</summary>
    public IReadOnlyList<Diagnostic> Ignored => _ignored;

    /// <summary>Has a run raise its events from now on; null, and nothing to do, where there are no hooks.</summary>
    /// <param name="mayEdit">Whether hooks may edit further, or only refuse.</param>
    public static BeforeHooks? Attach(HookTable hooks, Interpreter interpreter, Guid transaction, bool mayEdit, CancellationToken cancellation) =>
        hooks.HasBefore ? interpreter.State.Before = new BeforeHooks(hooks, interpreter, transaction, mayEdit, cancellation) : null;

    /// <summary>Those of work on documents without a script; null where there are none.</summary>
    public static BeforeHooks? Attach(CommandTable commands, RunState state, Guid transaction, TimeProvider clock, bool mayEdit, CancellationToken cancellation) =>
        Attach(commands.Hooks, new Interpreter(state, commands, ObjectValue.Empty, clock, cancellation), transaction, mayEdit, cancellation);

    /// <summary>Runs the hooks on what is about to happen to a document.</summary>
    /// <exception cref="ScriptFault">One refused it, or failed.</exception>
    public void Raise(DocumentEvents single, long document)
    {
        if (_isRunning) return;
        foreach (var hook in _hooks.Before(single)) Run(hook, document);
    }

    /// <summary>Runs the hooks on a change of a document that was decided elsewhere; asked before it is made and again after.</summary>
    /// <exception cref="ScriptFault">One refused it, or failed.</exception>
    public void Raise(Change change, long document, bool isMade)
    {
        var single = RaisedEvents.Of(change);
        if (document > 0 && single is not (DocumentEvents.None or DocumentEvents.Change) && isMade == single is DocumentEvents.Create) Raise(single, document);
    }

    /// <summary>Runs the hooks on changes of content, for each document in the order of their ids; those that hooks alone changed are none of theirs.</summary>
    /// <exception cref="ScriptFault">One refused it, or failed.</exception>
    public void RaiseChanges()
    {
        if (!_hooks.Before(DocumentEvents.Change).Any()) return;
        var workspace = _interpreter.State.Workspace;
        foreach (var id in workspace.ContentChanged())
            if (workspace.Public(id) is not null) Raise(DocumentEvents.Change, id);
    }

    private void Run(EventHook hook, long document)
    {
        var state = _interpreter.State;
        var (current, inserted, scope) = (state.CurrentId, state.Inserted, state.Scope);
        if (!_mayEdit) state.Workspace.Mark();
        (state.CurrentId, state.Scope, _isRunning, state.Workspace.IsByHook) = (document, new Scope(null), true, true);
        try
        {
            HookCall.Run(hook, new EventContext(hook, document, _transaction, state.Actor, _interpreter, _cancellation));
        }
        finally
        {
            (state.CurrentId, state.Inserted, state.Scope, _isRunning, state.Workspace.IsByHook) = (current, inserted, scope, false, false);
            if (!_mayEdit) Ignore(hook, document, state.Workspace.Restore());
        }
    }

    private void Ignore(EventHook hook, long document, IReadOnlyList<long> edited)
    {
        if (edited.Count == 0) return;
        var what = edited.Count == 1 ? $"document {edited[0]}" : "documents " + string.Join(", ", edited.Take(10)) + (edited.Count > 10 ? ", …" : "");
        _ignored.Add(new Diagnostic(
            EventCodes.EditIgnored,
            Severity.Warning,
            $"the hook '{hook.Name}' before {EventNames.Of(hook.Event)} of document {document} would have edited {what}, which was ignored",
            Help: "before an undo and an import a hook may only refuse; edit by a script, or in a hook after it"));
    }
}
