using DocScript.Documents.Designs;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Execution;
using DocScript.Hooks.Values;
using StoredComponent = DocScript.Documents.Components.Component;
using StoredDocument = DocScript.Documents.Document;

namespace DocScript.Hooks.Contract;

/// <summary>A document to read, as the transaction sees it now: later edits show.</summary>
public class DocumentView
{
    internal DocumentView(RunDocuments run, long id) => (Run, Id) = (run, id);

    internal RunDocuments Run { get; }

    internal StoredDocument Now => Run.Find(Id) ?? throw new Refusal($"document {Id} was deleted");

    /// <summary>Its id.</summary>
    public long Id { get; }

    /// <summary>Its key.</summary>
    public string Key => Now.Header.Key;

    /// <summary>Its content type.</summary>
    public string Type => Now.Header.ContentType;

    /// <summary>Its title as readers see it.</summary>
    public string Title => DisplayTitle.Of(Run.Design, Now);

    /// <summary>Its version.</summary>
    public int Version => Now.Header.Version;

    /// <summary>Whether it is public.</summary>
    public bool IsPublished => Now.Header.Publication is not null;

    /// <summary>Whether it is public and its content unchanged since.</summary>
    public bool IsUnchanged => Now.Header.Unchanged;

    /// <summary>Who holds it, or null.</summary>
    public string? CheckedOutBy => Now.Header.Checkout?.Actor;

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created => Now.Header.Created;

    /// <summary>The last content change that is committed.</summary>
    public DateTimeOffset Updated => Now.Header.Updated;

    /// <summary>A metadata property: text, <c>long</c>, <c>decimal</c>, <c>bool</c>, <c>DateTimeOffset</c>, a list or dictionary of these; null where it is unset.</summary>
    public object? this[string property] => Metadata.All(Run.Design, Now).Find(property) is { } value ? ClrValues.FromValue(value) : null;

    /// <summary>A metadata property as text; null where it is unset or no text.</summary>
    public string? Text(string property) => this[property] as string;

    /// <summary>The metadata properties that are set.</summary>
    public IReadOnlyDictionary<string, object?> MetadataValues => ClrValues.FromObject(Metadata.All(Run.Design, Now));

    /// <summary>All components, depth first.</summary>
    public IReadOnlyList<Component> Components => [.. Now.Components.DepthFirst().Select(Of)];

    /// <summary>The components of a type, depth first.</summary>
    public IReadOnlyList<Component> ComponentsOf(string type) => [.. Now.Components.DepthFirst().Where(component => component.Type == type).Select(Of)];

    /// <summary>The components at the root.</summary>
    public IReadOnlyList<Component> Roots => [.. Now.Components.Children(null, null).Select(Of)];

    /// <summary>The component with an id, or null.</summary>
    public Component? Find(string id) => Now.Components.Find(id) is { } found ? Of(found) : null;

    /// <inheritdoc/>
    public override string ToString() => $"document {Id}";

    private Component Of(StoredComponent component) => new(this, component.Id);
}
