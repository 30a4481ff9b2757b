using DocScript.Engine.Execution;
using DocScript.Hooks.Values;

namespace DocScript.Hooks.Contract;

/// <summary>The documents of the store as the transaction sees them. All that is read becomes part of what the commit rests on.</summary>
public class Documents
{
    internal Documents(RunDocuments run) => Run = run;

    internal RunDocuments Run { get; }

    /// <summary>The transaction's one instant.</summary>
    public DateTimeOffset Now => Run.Instant;

    /// <summary>The user's name.</summary>
    public string Actor => Run.Actor;

    /// <summary>A document by its id, or null.</summary>
    public DocumentView? Find(long id) => Run.Find(id) is null ? null : new DocumentView(Run, id);

    /// <summary>A document by its key, or null.</summary>
    public DocumentView? Find(string key) => Run.Find(key) is { } document ? new DocumentView(Run, document.Id) : null;

    /// <summary>The documents that a condition of the language takes, by id: <c>Where("published and meta.section == wanted", ("wanted", section))</c>. Values go in by name, never as part of the text.</summary>
    public IReadOnlyList<DocumentView> Where(string condition, params (string Name, object? Value)[] values) => Where(condition, null, values);

    /// <summary>The first documents that a condition of the language takes.</summary>
    public IReadOnlyList<DocumentView> Where(string condition, int? limit, params (string Name, object? Value)[] values) =>
        [.. Run.Query(condition, values.Select(pair => KeyValuePair.Create(pair.Name, ClrValues.ToValue(pair.Value))), limit).Select(id => new DocumentView(Run, id))];
}
