using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Events;

/// <summary>Calls a hook, and says of what it throws whose it is.</summary>
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
            throw new ScriptFault(fault.Code, $"{Called(hook, context)}: {fault.Message}", help: fault.Help);
        }
        catch (Exception error) when (error is not (StoreException or OperationCanceledException))
        {
            throw new ScriptFault(EventCodes.HookFailed, $"{Called(hook, context)} failed: {error.Message}", help: "mend the hook");
        }

        if (context.Refusal is { } refusal) throw refusal;
    }

    private static string Called(EventHook hook, EventContext context) => $"the hook '{hook.Name}' on {EventNames.Of(hook.Event)} of document {context.Document}";
}
