using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Events;

/// <summary>Calls a hook, and makes a fault of what it throws; before an event, where a script is told it, with the hook's name.</summary>
internal static class HookCall
{
    /// <summary>Runs a hook.</summary>
    /// <exception cref="ScriptFault">It refused, or failed.</exception>
    public static void Run(EventHook hook, EventContext context)
    {
        try
        {
            hook.Run(context);
        }
        catch (ScriptFault fault) when (ReferenceEquals(fault, context.Refusal) || fault.IsTold)
        {
            throw;
        }
        catch (ScriptFault fault)
        {
            throw hook.Moment is HookMoment.After ? fault : new ScriptFault(fault.Code, $"{Called(hook, context)}: {fault.Message}", help: fault.Help);
        }
        catch (Exception error) when (error is not StoreException && !(error is OperationCanceledException && context.CancellationToken.IsCancellationRequested))
        {
            throw new ScriptFault(EventCodes.HookFailed, hook.Moment is HookMoment.After ? error.Message : $"{Called(hook, context)} failed: {error.Message}", help: "mend the hook");
        }

        if (context.Refusal is { } refusal) throw refusal;
    }

    private static string Called(EventHook hook, EventContext context) => $"the hook '{hook.Name}' before {EventNames.Of(hook.Event)} of document {context.Document}";
}
