using DocScript.Engine.Events;

namespace DocScript.Testing.Events;

/// <summary>A hook that does what it is given.</summary>
public sealed class Hook(string name, HookMoment moment, DocumentEvents on, Action<EventContext> run) : EventHook
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override DocumentEvents Event => on;

    /// <inheritdoc/>
    public override HookMoment Moment => moment;

    /// <summary>One that runs before an event.</summary>
    public static Hook Before(DocumentEvents on, string name, Action<EventContext> run) => new(name, HookMoment.Before, on, run);

    /// <summary>One that runs after an event.</summary>
    public static Hook After(DocumentEvents on, string name, Action<EventContext> run) => new(name, HookMoment.After, on, run);

    /// <inheritdoc/>
    public override void Run(EventContext context) => run(context);
}
