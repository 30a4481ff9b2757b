using System.Globalization;
using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>
/// One step from a document to the next. A change says what was and what is, so it applies, inverts and shows its difference without asking
/// the document's past or the design. <see cref="Apply"/> never judges: old history replays under a new design.
/// </summary>
public abstract record Change
{
    /// <summary>Whether it counts as content (title, metadata, components) and so gives the document its next version.</summary>
    public abstract bool IsContent { get; }

    /// <summary>Whether it edits title, metadata or components, also such as counts for no version: what a checkout guards, and what goes into a working copy.</summary>
    public virtual bool IsEdit => IsContent;

    /// <summary>The document after this change. Counters and times are stamped at the end of the transaction (<see cref="Document.Stamp"/>), not here.</summary>
    /// <exception cref="InvalidOperationException">The document is not in the state this change starts from: a bug or damaged history.</exception>
    public abstract Document Apply(Document document);

    /// <summary>The change that takes the document back.</summary>
    public abstract Change Invert();

    /// <summary>What moved on since the state this change starts from, in words for a person (<c>metadata 'title' is "b", not "a"</c>), or null when it still holds.</summary>
    public abstract string? Outdated(Document document);

    private protected static string? Gone(Document document) => document.Header.Deleted ? $"{document.Called} is deleted" : null;

    private protected static string Moved(string what, Value? now, Value? was) => $"{what} is {Show(now)}, not {Show(was)}";

    private protected static string? MovedPublication(Document document, long? was) => document.Header.Publication == was
        ? null
        : $"the publication of {document.Called} is {ShowPublication(document.Header.Publication)}, not {ShowPublication(was)}";

    private static string Show(Value? value) => value is null ? "unset" : value.ToString();

    private static string ShowPublication(long? publication) => publication?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
