namespace DocScript.Engine.Events;

/// <summary>An event for which a hook failed too often, so that it went on without.</summary>
/// <param name="Transaction">The transaction that raised it.</param>
/// <param name="Document">The document.</param>
/// <param name="Message">What the hook said last.</param>
/// <param name="At">When.</param>
internal sealed record SetAside(Guid Transaction, long Document, string Message, DateTimeOffset At);
