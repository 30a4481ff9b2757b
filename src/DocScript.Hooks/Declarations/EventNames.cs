using DocScript.Engine.Events;

namespace DocScript.Hooks.Declarations;

/// <summary>The names of events.</summary>
internal static class EventNames
{
    private static readonly (string Name, DocumentEvents Event)[] All =
    [
        ("create", DocumentEvents.Create), ("delete", DocumentEvents.Delete), ("change", DocumentEvents.Change), ("publish", DocumentEvents.Publish),
        ("unpublish", DocumentEvents.Unpublish), ("checkout", DocumentEvents.CheckOut), ("checkin", DocumentEvents.CheckIn),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Names => All.Select(pair => pair.Name);

    /// <summary>The event of a name, or none.</summary>
    public static DocumentEvents Parse(string name) => All.FirstOrDefault(pair => pair.Name == name).Event;

    /// <summary>The names of several events.</summary>
    public static IEnumerable<string> In(DocumentEvents events) => All.Where(pair => events.HasFlag(pair.Event)).Select(pair => pair.Name);

    /// <summary>The name of an event.</summary>
    public static string Of(DocumentEvents one) => All.First(pair => pair.Event == one).Name;
}
