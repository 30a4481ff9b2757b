using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Functions;

/// <summary>One call: the evaluated arguments, and what a body may ask of the run.</summary>
internal sealed class FunctionCall(Evaluator evaluator, CallExpression call, Value[] arguments)
{
    public Evaluator Evaluator { get; } = evaluator;

    public Span Span => call.Span;

    public int Count => arguments.Length;

    public Value this[int index] => arguments[index];

    public bool IsNull(int index) => arguments[index] is NullValue;

    public string Text(int index) => arguments[index] is TextValue text ? text.Text : throw Wrong(index, "text");

    public int Whole(int index) => arguments[index] is IntegerValue { Integer: var whole }
        ? (int)Math.Clamp(whole, int.MinValue + 1, int.MaxValue)
        : throw Wrong(index, "an integer");

    public ListValue List(int index) => arguments[index] as ListValue ?? throw Wrong(index, "a list");

    public ScriptFault Wrong(int index, string expected) => Fault(
        EngineCodes.WrongKind,
        $"{call.Function}() takes {expected} here, not {Kinds.WithArticle(arguments[index])}",
        index,
        $"it is called as {Evaluator.State.Functions.Find(call.Function)?.Signature}");

    public ScriptFault Fault(DiagnosticCode code, string message, int index, string? help = null) => new(code, message, call.Arguments[index].Span, help: help);

    public Value Checked(Value value) => Evaluator.Sizes.Check(value, Span);

    public Value Checked(string text) => Evaluator.Sizes.Check(new TextValue(text), Span);
}
