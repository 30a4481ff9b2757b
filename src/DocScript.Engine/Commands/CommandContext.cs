using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Execution;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Commands;

/// <summary>One use of a command in a run: its arguments evaluated, and the documents to edit.</summary>
public sealed class CommandContext
{
    private readonly Interpreter _interpreter;
    private readonly CommandStatement _statement;

    internal CommandContext(Interpreter interpreter, CommandStatement statement) => (_interpreter, _statement) = (interpreter, statement);

    internal RunState State => _interpreter.State;

    internal Evaluator Evaluator => _interpreter.Evaluator;

    /// <summary>The store's design.</summary>
    public Design Design => State.Workspace.Design;

    /// <summary>The current document, to edit.</summary>
    public DocumentEdit Document => Edit(State.Current(_statement.Span).Id);

    /// <summary>Any document, to edit.</summary>
    public DocumentEdit Edit(long document) => new(State, document);

    /// <summary>The value of an expression.</summary>
    public Value Get(Hole<Expression> hole) => Evaluator.EvaluatePlain(_statement.Arguments.Get(hole));

    /// <summary>The value of an expression, or null where it was left out.</summary>
    public Value? Find(Hole<Expression> hole) => _statement.Arguments.Find(hole) is { } expression ? Evaluator.EvaluatePlain(expression) : null;

    /// <summary>The value of an expression that must be text.</summary>
    public string GetText(Hole<Expression> hole) => Text(Get(hole), hole);

    /// <summary>The value of an expression that must be text, or null where it was left out.</summary>
    public string? FindText(Hole<Expression> hole) => Find(hole) is { } value ? Text(value, hole) : null;

    /// <summary>The value of an expression that must be an object; empty where it was left out.</summary>
    public ObjectValue FindObject(Hole<Expression> hole) => Find(hole) switch
    {
        null => ObjectValue.Empty,
        ObjectValue entries => entries,
        var other => throw new ScriptFault(EngineCodes.WrongKind, $"'{hole.Label}' must be an object, not {Kinds.WithArticle(other)}", SpanOf(hole), help: "write it as {name: value}"),
    };

    /// <summary>A name.</summary>
    public string Get(Hole<Name> hole) => _statement.Arguments.Get(hole).Text;

    /// <summary>A name, or null where it was left out.</summary>
    public string? Find(Hole<Name> hole) => _statement.Arguments.Find(hole)?.Text;

    /// <summary>A metadata path.</summary>
    public MetadataPath Get(Hole<Language.Tree.Path> hole) => Paths.Of(_statement.Arguments.Get(hole));

    /// <summary>A component, which must be there, with a directive of it where one was named.</summary>
    public (ComponentReference Component, string? Member) Get(Hole<Target> hole) => new Targets(Evaluator).Resolve(_statement.Arguments.Get(hole));

    /// <summary>One or more components, which must be there.</summary>
    public IReadOnlyList<ComponentReference> Get(Hole<Language.Grammar.Components> hole) => [.. _statement.Arguments.Get(hole).Elements.Select(Evaluator.ComponentOf)];

    /// <summary>A place with the document it is in; at the end of the current document where it was left out.</summary>
    public (long Document, ComponentPlace Place) Find(Hole<Place> hole) => _statement.Arguments.Find(hole) is { } place
        ? new Targets(Evaluator).Resolve(place)
        : (State.Current(_statement.Span).Id, new AtRoot(First: false));

    /// <summary>Ends the run with a diagnostic at a hole when a rule is broken.</summary>
    public void Ensure(Violation? violation, Hole hole)
    {
        if (violation is not null) throw ScriptFault.Of(violation, SpanOf(hole));
    }

    /// <summary>Makes an edit of the current document part of the transaction, or ends the run with a diagnostic at a hole.</summary>
    public void Ensure(Edit edit, Hole hole) => Ensure(edit, State.Current(_statement.Span).Id, hole);

    /// <summary>Makes an edit of a document part of the transaction, or ends the run with a diagnostic: at the second hole where an old value is not what was expected.</summary>
    public void Ensure(Edit edit, long document, Hole hole, Hole? was = null)
    {
        Ensure(edit.Violation, edit.Violation is { IsConflict: true } && was is not null ? was : hole);
        Edit(document).Apply(edit);
    }

    /// <summary>Sets a metadata property of the current document, with each violation at the hole it is about.</summary>
    internal void SetMetadata(Hole<Language.Tree.Path> property, Value value, Hole valueHole, Value? was, Hole wasHole)
    {
        var document = State.Current(_statement.Span);
        var path = Get(property);
        Ensure(Rules.MetadataExists(Design, document.Header.ContentType, path), property);
        Ensure(Rules.SetMetadata(Design, document, path, ValueText.Storable(value), was is null ? null : ValueText.Storable(was)), document.Id, valueHole, wasHole);
    }

    /// <summary>Judges the content of a new component, each violation at the entry it is about.</summary>
    internal void EnsureContent(string type, ObjectValue content, Hole<Expression> hole)
    {
        foreach (var (directive, value) in content.Entries)
            if ((Rules.DirectiveExists(Design, type, directive, null) ?? Rules.DirectiveAccepts(Design, type, directive, ValueText.Storable(value))) is { } violation)
                throw ScriptFault.Of(violation, EntrySpan(hole, directive));
    }

    /// <summary>A component without a member, which must be there.</summary>
    internal ComponentReference GetComponent(Hole<Target> hole)
    {
        var target = _statement.Arguments.Get(hole);
        return Evaluator.ComponentOf(target.Member is null ? target.Component : new MemberExpression(target.Component, target.Member) { Span = target.Span });
    }

    internal long NewDocumentId() => State.Workspace.Ids.Document();

    /// <summary>Ends the run unless a key was never given.</summary>
    internal void EnsureFree(string key, Hole<Expression> hole)
    {
        if (State.Workspace.FindKey(key) is { } taken)
            throw new ScriptFault(EngineCodes.KeyTaken, $"document {taken} has, or had, the key '{key}'", SpanOf(hole), help: $"choose another key, or work on that document with 'use \"{key}\"'");
    }

    private Span EntrySpan(Hole<Expression> hole, string key) =>
        _statement.Arguments.Find(hole) is ObjectExpression entries && entries.Entries.FirstOrDefault(entry => string.Equals(entry.Key.Text, key, StringComparison.Ordinal)) is { } found
            ? found.Key.Span
            : SpanOf(hole);

    /// <summary>Makes a document the current one: in the block that fills the hole, or until the end of the enclosing block.</summary>
    public void Enter(long document, Hole<Block> hole)
    {
        if (_statement.Arguments.Find(hole) is { } block) _interpreter.RunIn(block, document);
        else State.CurrentId = document;
    }

    internal Span SpanOf(Hole hole)
    {
        foreach (var (candidate, filling) in _statement.Arguments.Fillings.Span)
            if (ReferenceEquals(candidate, hole))
                return filling.Span;
        return _statement.Span;
    }

    private string Text(Value value, Hole hole) => value is TextValue text
        ? text.Text
        : throw new ScriptFault(EngineCodes.WrongKind, $"'{hole.Label}' must be text, not {Kinds.WithArticle(value)}", SpanOf(hole));
}
