using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Hooks.Values;
using StoredComponent = DocScript.Documents.Components.Component;

namespace DocScript.Hooks.Contract;

/// <summary>A component of a document, as the transaction sees it now: later edits show.</summary>
public sealed class Component : IEquatable<Component>
{
    private readonly DocumentView _document;

    internal Component(DocumentView document, string id) => (_document, Id) = (document, id);

    /// <summary>Its id, unique in the document.</summary>
    public string Id { get; }

    /// <summary>The name of its definition in the design, such as <c>paragraph</c>.</summary>
    public string Type => Now.Type;

    /// <summary>The document it stands in, to read.</summary>
    public DocumentView Document => _document;

    /// <summary>The component it stands in, or null at the root.</summary>
    public Component? Parent => Now.Parent is { } parent ? new Component(_document, parent) : null;

    /// <summary>The container of its parent, or null at the root.</summary>
    public string? Container => Now.Container;

    /// <summary>Whether its position is fixed.</summary>
    public bool IsFixed => Now.Fixed;

    /// <summary>Whether it is still there.</summary>
    public bool Exists => _document.Now.Components.Find(Id) is not null;

    /// <summary>The names of its directives.</summary>
    public IReadOnlyList<string> Directives => Definition is { } definition ? [.. definition.Directives.Keys] : [.. Now.Content.Entries.Select(entry => entry.Key)];

    /// <summary>The names of its editables, which hold text with markup.</summary>
    public IReadOnlyList<string> Editables => Definition is { } definition ? [.. definition.Directives.Where(directive => directive.Value.Kind is DirectiveKind.Editable).Select(directive => directive.Key)] : [];

    /// <summary>The names of its containers.</summary>
    public IReadOnlyList<string> Containers => [.. Now.Containers.Select(container => container.Name)];

    /// <summary>The content of a directive: text with markup for an editable, <c>bool</c> for a toggle, else a dictionary; null where it is unset.</summary>
    public object? this[string directive] => Now.Content.Find(directive) is { } value ? ClrValues.FromValue(value) : null;

    /// <summary>The text of an editable without markup; empty where it is unset.</summary>
    public string Text(string directive) => Now.Content.Find(directive) is TextValue value ? Markup.ToText(value.Text) : "";

    /// <summary>A style, or null where it is unset.</summary>
    public object? Style(string name) => Now.Styles.Find(name) is { } value ? ClrValues.FromValue(value) : null;

    /// <summary>The components of a container.</summary>
    public IReadOnlyList<Component> Children(string container) => [.. _document.Now.Components.Children(Id, container).Select(child => new Component(_document, child.Id))];

    /// <summary>The components below it, depth first.</summary>
    public IReadOnlyList<Component> Descendants => [.. _document.Now.Components.DepthFirst(Id).Skip(1).Select(child => new Component(_document, child.Id))];

    /// <inheritdoc/>
    public bool Equals(Component? other) => other is not null && other._document.Id == _document.Id && string.Equals(other.Id, Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Component);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_document.Id, Id.GetHashCode(StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Id;

    private StoredComponent Now => _document.Now.Components.Find(Id) ?? throw new Refusal($"component '{Id}' of document {_document.Id} was removed");

    private ComponentDefinition? Definition => _document.Run.Design.Components.GetValueOrDefault(Now.Type);
}
