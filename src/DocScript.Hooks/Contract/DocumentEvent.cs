namespace DocScript.Hooks.Contract;

/// <summary>What a hook is called for.</summary>
public sealed class DocumentEvent
{
    internal DocumentEvent(string name, long document, Guid transaction, string actor) => (Name, Document, Transaction, Actor) = (name, document, transaction, actor);

    /// <summary><c>create delete change publish unpublish checkout checkin</c>.</summary>
    public string Name { get; }

    /// <summary>The document's id.</summary>
    public long Document { get; }

    /// <summary>The id of the transaction in which it happens or happened; the same however often the hook is called for it.</summary>
    public Guid Transaction { get; }

    /// <summary>Whose transaction it is.</summary>
    public string Actor { get; }
}
