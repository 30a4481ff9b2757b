using System.Diagnostics.CodeAnalysis;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;

namespace DocScript.Engine.Events;

/// <summary>One run of a hook: what happened to which document, and the documents that it reaches, all within the transaction that it runs in.</summary>
public sealed class EventContext
{
    private readonly EventHook _hook;

    internal EventContext(EventHook hook, long document, Guid transaction, string actor, Interpreter interpreter, CancellationToken cancellation)
    {
        (_hook, Document, Transaction, Actor, CancellationToken) = (hook, document, transaction, actor, cancellation);
        Documents = new RunDocuments(interpreter, _ => default);
    }

    /// <summary>What happens, or has happened.</summary>
    public DocumentEvents Event => _hook.Event;

    /// <summary>The id of the document that it happens to; after a <c>delete</c> it is gone.</summary>
    public long Document { get; }

    /// <summary>The transaction that raises the event; after it, what to know a repetition by.</summary>
    public Guid Transaction { get; }

    /// <summary>The user of that transaction.</summary>
    public string Actor { get; }

    /// <summary>The one instant of the transaction that the hook runs in.</summary>
    public DateTimeOffset Instant => Documents.Instant;

    /// <summary>All documents, as the transaction that the hook runs in sees them.</summary>
    public RunDocuments Documents { get; }

    /// <summary>Cancelled when nobody waits for the work any more.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The limits of the transaction.</summary>
    internal Limits Limits => Documents.State.Limits;

    /// <summary>Why the event was refused, or null; also where the hook caught what <see cref="Refuse"/> throws.</summary>
    internal ScriptFault? Refusal { get; private set; }

    /// <summary>Refuses the event, and so the whole transaction. After an event it is a failure like any other, for nothing can be refused any more.</summary>
    /// <param name="message">Why, for whoever ran the script.</param>
    /// <param name="help">What to do, or null.</param>
    [DoesNotReturn]
    public void Refuse(string message, string? help = null)
    {
        Refusal ??= _hook.Moment is HookMoment.Before
            ? new ScriptFault(EventCodes.Refused, $"{EventNames.Of(Event)} of document {Document} was refused by '{_hook.Name}': {message}", help: help)
            : new ScriptFault(EventCodes.HookFailed, message, help: help);
        throw Refusal;
    }
}
