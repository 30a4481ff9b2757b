using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Text;

namespace DocScript.Engine.Execution;

/// <summary>Edits one document of a run: what commands act on. Each method asks the rules; a broken one ends the run, a change becomes part of the transaction.</summary>
public sealed class DocumentEdit
{
    private readonly RunState _state;
    private readonly long _id;
    private readonly Func<Violation, Span> _place;

    internal DocumentEdit(RunState state, long id, Func<Violation, Span> place) => (_state, _id, _place) = (state, id, place);

    /// <summary>The document as the run sees it now.</summary>
    public Document Document => _state.Workspace.Get(_id);

    private Design Design => _state.Workspace.Design;

    /// <summary>Sets the title; <paramref name="was"/> is the old-value check.</summary>
    public void SetTitle(string title, Value? was) => Apply(Rules.SetTitle(Document, title, was));

    /// <summary>Sets a metadata property, or unsets it with null.</summary>
    public void SetMetadata(MetadataPath path, Value? value, Value? was) => Apply(Rules.SetMetadata(Design, Document, path, value, was));

    /// <summary>Sets a directive's content, or unsets it with null; the kind is asserted where given.</summary>
    public void SetDirective(string component, string directive, DirectiveKind? kind, Value? value, Value? was) =>
        Apply(Rules.SetDirective(Design, Document, component, directive, kind, value, was));

    /// <summary>Inserts a new component and answers its id.</summary>
    public string Insert(string type, string? id, ComponentPlace place, ObjectValue content)
    {
        var subtree = Rules.NewComponent(Design, id ?? _state.Workspace.Ids.Component(), type, content);
        Apply(Rules.Insert(Design, Document, place, subtree));
        _state.Inserted = new ComponentReference(_id, subtree.Id);
        return subtree.Id;
    }

    /// <summary>Moves a component with all below it.</summary>
    public void Move(string component, ComponentPlace place) => Apply(Rules.Move(Design, Document, component, place));

    /// <summary>Removes a component with all below it.</summary>
    public void Remove(string component) => Apply(Rules.Remove(Document, component));

    /// <summary>Makes the content public.</summary>
    public void Publish()
    {
        _state.Publishing(_id, publish: true);
        var edit = Rules.Publish(Design, Document, publication: 0);
        Apply(edit.Change is Published published ? published with { Publication = _state.Workspace.Ids.Publication() } : edit);
    }

    /// <summary>Takes the document off.</summary>
    public void Unpublish()
    {
        _state.Publishing(_id, publish: false);
        Apply(Rules.Unpublish(Document));
    }

    /// <summary>Deletes the document.</summary>
    public void Delete()
    {
        Apply(Rules.Delete(Document));
        if (_state.CurrentId == _id) _state.CurrentId = null;
    }

    /// <summary>Makes an edit part of the transaction.</summary>
    public void Apply(Edit edit)
    {
        if (edit.Violation is { } violation) throw ScriptFault.Of(violation, _place(violation));
        if (edit.Change is { } change) _state.Workspace.Apply(_id, change);
    }
}
