namespace DocScript.Engine.Events;

/// <summary>When a hook runs.</summary>
public enum HookMoment
{
    /// <summary>Within the transaction that raises the event, which it may refuse; just before it happens, of <see cref="DocumentEvents.Create"/> just after.</summary>
    Before,

    /// <summary>In a transaction of its own, once the one that raised the event is durable; at least once.</summary>
    After,
}
