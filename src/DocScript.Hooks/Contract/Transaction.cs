using DocScript.Engine.Execution;
using DocScript.Hooks.Values;

namespace DocScript.Hooks.Contract;

/// <summary>The transaction that a command or hook works in: it reads and edits any document, and all of it is committed or nothing.</summary>
public sealed class Transaction : Documents
{
    internal Transaction(RunDocuments run) : base(run) { }

    /// <summary>A document, to edit.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public DocumentEdit Edit(long id) => Run.Find(id) is null ? throw new Refusal($"there is no document {id}") : new DocumentEdit(Run, id);

    /// <summary>A document, to edit.</summary>
    public DocumentEdit Edit(DocumentView document) => Edit(document.Id);

    /// <summary>Makes a new document.</summary>
    /// <param name="type">Its content type.</param>
    /// <param name="title">Its title.</param>
    /// <param name="key">A key that was never given, or null for its id.</param>
    /// <param name="metadata">Its metadata by property, or null for none.</param>
    public DocumentEdit Create(string type, string title = "", string? key = null, IReadOnlyDictionary<string, object?>? metadata = null) =>
        new(Run, Run.Create(type, key, title, ClrValues.ToObject(metadata)));
}
