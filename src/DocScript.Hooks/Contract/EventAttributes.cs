namespace DocScript.Hooks.Contract;

/// <summary>Runs a method before something happens to a document, in the same transaction: it may edit further, or refuse by throwing a <see cref="Refusal"/>.</summary>
/// <param name="event"><c>create delete change publish unpublish checkout checkin</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BeforeAttribute(string @event) : Attribute
{
    /// <summary>What is about to happen.</summary>
    public string Event { get; } = @event;
}

/// <summary>Runs a method once a commit is durable in which something happened to a document, in a transaction of its own, at least once.</summary>
/// <param name="event"><c>create delete change publish unpublish checkout checkin</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AfterAttribute(string @event) : Attribute
{
    /// <summary>What has happened.</summary>
    public string Event { get; } = @event;
}
