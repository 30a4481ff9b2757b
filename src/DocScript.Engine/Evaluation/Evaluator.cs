using System.Collections.Immutable;
using System.Text;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Functions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Evaluation;

/// <summary>Values of expressions in a run (language.md section 3).</summary>
internal sealed class Evaluator(Interpreter interpreter)
{
    private static readonly string[] Literals = ["true", "false", "null"];

    /// <summary>What runs the statements that the expressions stand in.</summary>
    public Interpreter Interpreter { get; } = interpreter;

    public RunState State { get; } = interpreter.State;

    public ValueSizes Sizes { get; } = new(interpreter.State.Limits.ValueCharacters);

    public Patterns Patterns { get; } = new();

    public Value Evaluate(Expression expression) => expression switch
    {
        TextLiteral text => new TextValue(text.Value),
        InterpolatedText text => Interpolate(text),
        IntegerLiteral number => new IntegerValue(number.Value),
        DecimalLiteral number => new DecimalValue(number.Value),
        BooleanLiteral boolean => new BooleanValue(boolean.Value),
        NullLiteral => Value.Null,
        ListExpression list => Sizes.Check(new ListValue([.. list.Elements.Select(EvaluatePlain)]), list.Span),
        ObjectExpression entries => Sizes.Check(ObjectValue.Of(entries.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, EvaluatePlain(entry.Value)))), entries.Span),
        NameExpression name => Name(name),
        ComponentIdExpression id => Component(id.Id, id.Span),
        MemberExpression member => Member(Evaluate(member.Of), member.Member),
        IndexExpression index => Index(Evaluate(index.Of), index),
        CallExpression call => Call(call),
        UnaryExpression unary => Operators.Unary(unary, Evaluate(unary.Operand)),
        BinaryExpression binary => Binary(binary),
        ExistsExpression exists => new BooleanValue(Exists(exists.Operand)),
        ParenthesizedExpression inner => Evaluate(inner.Inner),
        _ => throw new InvalidOperationException($"no value for {expression.GetType().Name}"),
    };

    /// <summary>The value free of <see cref="MetadataReference"/>, as variables, lists and operators take it.</summary>
    public Value EvaluatePlain(Expression expression) => Plain(Evaluate(expression));

    public Value Plain(Value value) => value is MetadataReference metadata ? Metadata.All(State.Workspace.Design, State.Workspace.Get(metadata.Document)) : value;

    /// <summary>The value of a condition.</summary>
    public bool Condition(Expression expression) => EvaluatePlain(expression) switch
    {
        BooleanValue boolean => boolean.Boolean,
        var other => throw new ScriptFault(EngineCodes.WrongKind, $"a condition must be true or false, not {Kinds.WithArticle(other)}", expression.Span, help: "compare it with something, or ask 'exists'"),
    };

    /// <summary>A component of the current document by its id.</summary>
    public ComponentReference Component(string id, Span span)
    {
        var document = State.Current(span);
        return document.Components.Find(id) is null ? throw MissingComponent(document, id, span) : new ComponentReference(document.Id, id);
    }

    /// <summary>A reference's component, which must still be there.</summary>
    public (Document Document, Component Component) Resolve(ComponentReference reference, Span span)
    {
        var document = State.Workspace.Find(reference.Document);
        if (document?.Components.Find(reference.Id) is { } component) return (document, component);
        throw new ScriptFault(EngineCodes.ComponentGone, $"component '{reference.Id}' of document {reference.Document} was removed", span, help: "use it before it is removed, or ask 'exists'");
    }

    /// <summary>A value where a component is expected.</summary>
    public ComponentReference ComponentOf(Expression expression) => Evaluate(expression) switch
    {
        ComponentReference reference => Resolve(reference, expression.Span) is var _ ? reference : reference,
        TextValue text => throw new ScriptFault(EngineCodes.WrongKind, "expected a component, found text", expression.Span, help: $"write component({ValueLiteral.Of(text)}) to name a component by a computed id"),
        var other => throw new ScriptFault(EngineCodes.WrongKind, $"expected a component, found {Kinds.WithArticle(Plain(other))}", expression.Span, help: "name a component by its id, or by a variable that holds one"),
    };

    private static ScriptFault MissingComponent(Document document, string id, Span span) =>
        ScriptFault.Of(Rules.ComponentMissing(document, id), span);

    private Value Name(NameExpression name)
    {
        if (State.Scope.Find(name.Name) is { } variable) return variable;
        if (State.CurrentOrNull is { } document)
        {
            if (Properties.Of(State.Workspace.Design, document, name.Name, State.Instant) is { } property) return property;
            if (WithoutDocument(name) is { } value) return value;
            if (document.Components.Find(name.Name) is not null) return new ComponentReference(document.Id, name.Name);
            if (name.Name.StartsWith("doc-", StringComparison.Ordinal)) throw MissingComponent(document, name.Name, name.Span);
        }
        else if (WithoutDocument(name) is { } value)
            return value;
        else if (Properties.Exists(name.Name))
            throw new ScriptFault(EngineCodes.NoDocument, $"'{name.Name}' needs a current document", name.Span, help: "write 'use <id>' before, or give a document with --doc");
        throw UnknownName(name);
    }

    private Value? WithoutDocument(NameExpression name) => name.Name switch
    {
        "user" => new TextValue(State.Actor),
        "inserted" => State.Inserted ?? throw new ScriptFault(EngineCodes.UnknownName, "'inserted' has no value yet: nothing was inserted", name.Span, help: "insert a component before"),
        _ => null,
    };

    private ScriptFault UnknownName(NameExpression name)
    {
        var minus = name.Name.IndexOf('-', StringComparison.Ordinal);
        var known = State.Scope.Names.Concat(Properties.Names).Concat(Properties.WithoutDocument).ToList();
        var help = minus > 0 && known.Contains(name.Name[..minus], StringComparer.Ordinal)
            ? $"a name may hold '-'; for a subtraction write '{name.Name[..minus]} - {name.Name[(minus + 1)..]}'"
            : "a name is a variable, a property of the current document or a component of it";
        return new ScriptFault(
            EngineCodes.UnknownName,
            $"unknown name '{name.Name}'",
            name.Span,
            Suggestion.Label(name.Name, known.Concat(Literals).Concat(State.CurrentOrNull?.Components.Ids.Take(10_000) ?? [])),
            help);
    }

    public Value Member(Value of, Name name) => of switch
    {
        NullValue => Value.Null,
        ObjectValue entries => entries.Find(name.Text) ?? Value.Null,
        MetadataReference metadata => Metadata.Property(State.Workspace, metadata.Document, name),
        ComponentReference reference => ComponentMember(reference, name),
        DocumentReference reference => DocumentMember(reference, name),
        _ => throw new ScriptFault(EngineCodes.UnknownMember, $"{Kinds.WithArticle(of)} has no member '{name.Text}'", name.Span, help: "only objects, documents and components have members"),
    };

    private Value ComponentMember(ComponentReference reference, Name name)
    {
        var (document, component) = Resolve(reference, name.Span);
        return ComponentMembers.Find(State.Workspace.Design, document, component, name.Text) ?? throw new ScriptFault(
            EngineCodes.UnknownMember,
            $"component '{component.Id}' ({component.Type}) has no directive or container '{name.Text}'",
            name.Span,
            Suggestion.Label(name.Text, ComponentMembers.Names(State.Workspace.Design, component)));
    }

    private Value DocumentMember(DocumentReference reference, Name name)
    {
        var document = State.Workspace.Get(reference.Id);
        if (Properties.Of(State.Workspace.Design, document, name.Text, State.Instant) is { } property) return property;
        if (document.Components.Find(name.Text) is not null) return new ComponentReference(document.Id, name.Text);
        throw new ScriptFault(
            EngineCodes.UnknownMember,
            $"document {document.Id} has no property or component '{name.Text}'",
            name.Span,
            Suggestion.Label(name.Text, Properties.Names.Concat(document.Components.Ids.Take(10_000))));
    }

    private Value Index(Value of, IndexExpression expression)
    {
        var index = EvaluatePlain(expression.Index);
        return (Plain(of), index) switch
        {
            (ListValue list, IntegerValue { Integer: var at }) => Element(list, at, expression.Index.Span),
            (ObjectValue entries, TextValue key) => entries.Find(key.Text) ?? Value.Null,
            (NullValue, _) => Value.Null,
            (var value, _) => throw new ScriptFault(EngineCodes.WrongKind, $"{Kinds.WithArticle(value)} can't be indexed by {Kinds.WithArticle(index)}", expression.Span, help: "a list takes an integer, an object a text"),
        };
    }

    private static Value Element(ListValue list, long at, Span span)
    {
        var position = at < 0 ? at + list.Items.Length : at;
        return position >= 0 && position < list.Items.Length
            ? list.Items[(int)position]
            : throw new ScriptFault(EngineCodes.IndexOutside, $"the list has no element {at}: it has {list.Items.Length}", span, help: "the first element is [0]; [-1] is the last");
    }

    private Value Call(CallExpression call)
    {
        if (State.Functions.Find(call.Function) is not { } function)
            throw new ScriptFault(EngineCodes.UnknownFunction, $"unknown function '{call.Function}'", call.FunctionSpan, Suggestion.Label(call.Function, State.Functions.Names));
        var arguments = new Value[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = EvaluatePlain(call.Arguments[i]);
        return function.Body(new FunctionCall(this, call, arguments));
    }

    // Left-grouping chains can be long, so they are walked, not recursed.
    private Value Binary(BinaryExpression top)
    {
        var chain = new Stack<BinaryExpression>();
        Expression leftmost = top;
        while (leftmost is BinaryExpression binary)
        {
            chain.Push(binary);
            leftmost = binary.Left;
        }

        var left = EvaluatePlain(leftmost);
        while (chain.TryPop(out var binary)) left = Operators.Binary(this, binary, left);
        return left;
    }

    private Value Interpolate(InterpolatedText text)
    {
        var result = new StringBuilder();
        foreach (var part in text.Parts)
        {
            result.Append(part is TextLiteral literal ? literal.Value : ValueText.Of(EvaluatePlain(part)));
            Sizes.CheckLength(result.Length, text.Span);
        }

        return new TextValue(result.ToString());
    }

    // What is asked for by name and is not there does not exist; everything else that is wrong stays an error.
    private bool Exists(Expression operand)
    {
        try
        {
            return EvaluatePlain(operand) switch
            {
                NullValue => false,
                ComponentReference reference => State.Workspace.Find(reference.Document)?.Components.Find(reference.Id) is not null,
                DocumentReference reference => State.Workspace.Find(reference.Id) is not null,
                _ => true,
            };
        }
        catch (ScriptFault fault) when (IsAbsence(fault.Code))
        {
            return false;
        }
    }

    private static bool IsAbsence(DiagnosticCode code) =>
        code == EngineCodes.UnknownName || code == EngineCodes.UnknownMember || code == EngineCodes.NoSuchDocument || code == EngineCodes.ComponentGone
        || code == EngineCodes.IndexOutside || code == RuleCodes.Of(RuleSet.ComponentExists, Phase.Execution);
}
