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
    private readonly Command _command;
    private readonly CommandStatement _statement;

    internal CommandContext(Interpreter interpreter, Command command, CommandStatement statement) => (_interpreter, _command, _statement) = (interpreter, command, statement);

    internal RunState State => _interpreter.State;

    internal CancellationToken Cancellation => _interpreter.Cancellation;

    internal Evaluator Evaluator => _interpreter.Evaluator;

    /// <summary>The store's design.</summary>
    public Design Design => State.Workspace.Design;

    /// <summary>All documents, as code beside the script reaches them; a broken rule ends the run with a diagnostic at the statement.</summary>
    public RunDocuments Documents => new(_interpreter, PlaceOf);

    /// <summary>The named arguments that the caller sent along.</summary>
    public ObjectValue CallerArguments => State.Arguments;

    /// <summary>The current document, to edit.</summary>
    public DocumentEdit Document => Edit(State.Current(_statement.Span).Id);

    /// <summary>Any document, to edit; a broken rule ends the run with a diagnostic at the part that it stands against (<see cref="Command.Parts"/>).</summary>
    public DocumentEdit Edit(long document) => new(State, document, PlaceOf);

    /// <summary>Any document, to edit; a broken rule ends the run with a diagnostic at a node of the statement.</summary>
    public DocumentEdit Edit(long document, Node at) => new(State, document, _ => at.Span);

    /// <summary>The value of an expression.</summary>
    public Value Get(Hole<Expression> hole) => Evaluator.EvaluatePlain(_statement.Arguments.Get(hole));

    /// <summary>The value of an expression, or null where it was left out.</summary>
    public Value? Find(Hole<Expression> hole) => _statement.Arguments.Find(hole) is { } expression ? Evaluator.EvaluatePlain(expression) : null;

    /// <summary>The value of an expression that must be text.</summary>
    public string GetText(Hole<Expression> hole) => Text(Get(hole), hole);

    /// <summary>The value of an expression that must be text, or null where it was left out.</summary>
    public string? FindText(Hole<Expression> hole) => Find(hole) is { } value ? Text(value, hole) : null;

    /// <summary>The value of an expression that must be a date, or a text that says one in ISO 8601.</summary>
    public DateTimeOffset GetDate(Hole<Expression> hole) => FindDate(hole)!.Value;

    /// <summary>The value of an expression that must be a date, or a text that says one in ISO 8601; null where it was left out.</summary>
    public DateTimeOffset? FindDate(Hole<Expression> hole) => Find(hole) switch
    {
        null => null,
        DateValue date => date.Instant,
        TextValue text when DateValue.TryParse(text.Text, out var date) => date.Instant,
        var other => throw new ScriptFault(EngineCodes.NotADate, $"'{hole.Label}' must be a date, not {(other is TextValue ? other.ToString() : Kinds.WithArticle(other))}", SpanOf(hole), help: "write it as \"2026-05-01T08:00:00Z\"; without an offset it is UTC"),
    };

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
    public MetadataPath Get(Hole<Language.Tree.Path> hole) => State.PathOf(_statement.Arguments.Get(hole));

    /// <summary>A component, which must be there, with a directive of it where one was named.</summary>
    public (ComponentReference Component, string? Member) Get(Hole<Target> hole) => new Targets(Evaluator).Resolve(_statement.Arguments.Get(hole));

    /// <summary>One or more components, which must be there, each with the expression that names it.</summary>
    public IReadOnlyList<(ComponentReference Component, Expression Name)> Get(Hole<Language.Grammar.Components> hole) =>
        [.. _statement.Arguments.Get(hole).Elements.Select(element => (Evaluator.ComponentOf(element), element))];

    /// <summary>A place with the document it is in; at the end of the current document where it was left out.</summary>
    public (long Document, ComponentPlace Place) Find(Hole<Place> hole) => _statement.Arguments.Find(hole) is { } place
        ? new Targets(Evaluator).Resolve(place)
        : (State.Current(_statement.Span).Id, new AtRoot(First: false));

    /// <summary>Answers something to the caller of the script.</summary>
    public void Answer(CommandResult result)
    {
        if (result.Kind is not ResultKind.None) State.Results.Add(result);
    }

    /// <summary>Ends the run with a diagnostic at the part that a broken rule stands against.</summary>
    public void Ensure(Violation? violation)
    {
        if (violation is not null) throw ScriptFault.Of(violation, PlaceOf(violation));
    }

    /// <summary>Whether something was written for a hole.</summary>
    public bool IsFilled(Hole hole) => _statement.Arguments.Find(hole) is not null;

    /// <summary>A component without a member, which must be there.</summary>
    internal ComponentReference GetComponent(Hole<Target> hole) => Evaluator.ComponentOf(_statement.Arguments.Get(hole).Whole);

    /// <summary>A component, which must be there, with the style directive of it where one was named; <c>p.parent</c> is the parent of p.</summary>
    internal (ComponentReference Component, string? Directive) GetStyled(Hole<Target> hole) =>
        _statement.Arguments.Get(hole) is { Member.Text: "parent", Component: not MemberExpression { Member.Text: "content" } } ? (GetComponent(hole), null) : Get(hole);

    internal long NewDocumentId() => State.Workspace.Ids.Document();

    /// <summary>Ends the run unless a key was never given.</summary>
    internal void EnsureFree(string key, Hole<Expression> hole)
    {
        if (State.Workspace.FindKey(key) is { } taken)
            throw new ScriptFault(EngineCodes.KeyTaken, $"document {taken} has, or had, the key '{key}'", SpanOf(hole), help: $"choose another key, or work on that document with 'use \"{key}\"'");
    }

    /// <summary>Makes a document the current one: in the block that fills the hole, or until the end of the enclosing block.</summary>
    public void Enter(long document, Hole<Block> hole)
    {
        if (_statement.Arguments.Find(hole) is { } block) _interpreter.RunIn(block, document);
        else State.CurrentId = document;
    }

    internal Span SpanOf(Hole hole) => (_statement.Arguments.Find(hole) ?? _statement).Span;

    private Span PlaceOf(Violation violation) => FaultyPart.Of(violation, _command, _statement).Span;

    private string Text(Value value, Hole hole) => value is TextValue text
        ? text.Text
        : throw new ScriptFault(EngineCodes.WrongKind, $"'{hole.Label}' must be text, not {Kinds.WithArticle(value)}", SpanOf(hole), help: "make a text of it with \"${…}\"");
}
