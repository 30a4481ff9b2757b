using System.Globalization;
using System.Text.Json;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Events;

/// <summary>What the journal says of a transaction in which a hook was run after an event: whose it is, and how many hooks stand between it and a script.</summary>
internal static class HookTransaction
{
    /// <summary>How deep hooks after events raise others: a script's events are heard, and those of three hooks one after another.</summary>
    public const int MostDepth = 3;

    /// <summary>Its text in place of a script.</summary>
    public static string Script(EventHook hook, long document) => string.Create(CultureInfo.InvariantCulture, $"# after {EventNames.Of(hook.Event)} of document {document}: {hook.Name}");

    /// <summary>Its parameters.</summary>
    public static string Parameters(EventHook hook, PendingEvents of, long document) =>
        JsonSerializer.Serialize(new { hook = hook.Name, @event = EventNames.Of(hook.Event), document, of = of.Transaction, depth = of.Depth + 1 });

    /// <summary>How many hooks stand between a transaction and a script: 0 of a script.</summary>
    public static int DepthOf(JournalEntry entry)
    {
        if (entry.Actor != EventHook.Actor) return 0;
        using var parameters = JsonDocument.Parse(entry.Parameters);
        // A purge may have cleared them; that it was a hook is known still.
        return parameters.RootElement.TryGetProperty("depth", out var depth) && depth.TryGetInt32(out var number) ? number : 1;
    }
}
