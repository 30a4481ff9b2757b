namespace DocScript.Engine.Events;

/// <summary>Code that is told of an event: before it, to refuse it or to edit further, or after it stands. It may be run again, so what it does outside documents belongs after.</summary>
public abstract class EventHook
{
    /// <summary>The actor of transactions in which hooks run after events; no user's name.</summary>
    public const string Actor = "hooks";

    /// <summary>Its name, one line of at most 100 characters; unique among the hooks of one event and moment. Hooks run in the order of their names; the cursor of one that runs after is kept under it.</summary>
    public abstract string Name { get; }

    /// <summary>The event: exactly one.</summary>
    public abstract DocumentEvents Event { get; }

    /// <summary>When it runs.</summary>
    public abstract HookMoment Moment { get; }

    /// <summary>
    /// Runs it for one document. Whatever it throws is a failure: before an event it ends the transaction, after one it is tried again later. Called by one thread at a time
    /// for one transaction, but by several for several.
    /// </summary>
    public abstract void Run(EventContext context);
}
