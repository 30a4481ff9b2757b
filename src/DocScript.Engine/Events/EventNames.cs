namespace DocScript.Engine.Events;

/// <summary>What events are called in declarations, keys and messages.</summary>
public static class EventNames
{
    private static readonly (DocumentEvents Event, string Name)[] Names =
    [
        (DocumentEvents.Create, "create"),
        (DocumentEvents.Delete, "delete"),
        (DocumentEvents.Change, "change"),
        (DocumentEvents.Publish, "publish"),
        (DocumentEvents.Unpublish, "unpublish"),
        (DocumentEvents.CheckOut, "checkout"),
        (DocumentEvents.CheckIn, "checkin"),
    ];

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => Names.Select(pair => pair.Name);

    /// <summary>The name of one event.</summary>
    /// <exception cref="ArgumentException">It is none, or several.</exception>
    public static string Of(DocumentEvents single) =>
        Array.Find(Names, pair => pair.Event == single).Name ?? throw new ArgumentException($"'{single}' is not one event", nameof(single));

    /// <summary>The event of a name, or null.</summary>
    public static DocumentEvents? Find(string name) =>
        Array.Find(Names, pair => string.Equals(pair.Name, name, StringComparison.Ordinal)) is { Name: not null, Event: var found } ? found : null;
}
