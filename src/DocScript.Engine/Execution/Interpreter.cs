using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Language.Formatting;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary>Runs the statements of one script on a <see cref="RunState"/>. Always ends: the number of statements is limited.</summary>
internal sealed class Interpreter
{
    private readonly CommandTable _commands;
    private readonly ObjectValue _parameters;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private int _executed;

    public Interpreter(RunState state, CommandTable commands, ObjectValue parameters, TimeProvider clock, CancellationToken cancellation)
    {
        (State, _commands, _parameters, _clock, Cancellation) = (state, commands, parameters, clock, cancellation);
        Evaluator = new Evaluator(this);
        _started = clock.GetTimestamp();
    }

    public RunState State { get; }

    public Evaluator Evaluator { get; }

    /// <summary>Ends the run from outside.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>How many of the script's own statements were begun.</summary>
    public int Reached { get; private set; }

    public void Run(Script script)
    {
        foreach (var statement in script.Statements)
        {
            Reached++;
            Execute(statement);
        }
    }

    /// <summary>Runs a block in which a document is current.</summary>
    public void RunIn(Block block, long? document, string? variable = null, Value? value = null)
    {
        var (scope, current) = (State.Scope, State.CurrentId);
        State.Scope = new Scope(scope);
        State.CurrentId = document;
        if (variable is not null) State.Scope.Declare(variable, value!);
        for (var each = 0; each < block.Statements.Count; each++) Execute(block.Statements[each]);
        State.Scope = scope;
        State.CurrentId = current;
    }

    private void Execute(Statement statement)
    {
        Count(statement);
        try
        {
            switch (statement)
            {
                case CommandStatement command: Run(command, _commands.Find(command.Syntax)); break;
                case UseStatement use: Use(use); break;
                case RequireStatement require: Require(require); break;
                case ParamStatement param: State.Scope.Declare(param.Name.Text, Parameter(param)); break;
                case LetStatement let: State.Scope.Assign(let.Name.Text, Evaluator.EvaluatePlain(let.Value)); break;
                case IfStatement branch: If(branch); break;
                case ForEachDocumentStatement loop: new DocumentLoop(this).Run(loop); break;
                case ForEachComponentStatement loop: new ComponentLoop(this).Run(loop); break;
                case ForEachItemStatement loop: ForEachItem(loop); break;
                case PrintStatement print: State.Print(ValueText.Of(Evaluator.EvaluatePlain(print.Value)), print.Span); break;
                default: throw new InvalidOperationException($"no effect for {statement.GetType().Name}");
            }
        }
        catch (ScriptFault fault) when (fault.Span == default)
        {
            throw fault.At(statement.Span);
        }
    }

    private void Run(CommandStatement statement, Command command) => command.Run(new CommandContext(this, command, statement));

    private void Count(Statement statement)
    {
        if (++_executed > State.Limits.Statements)
            throw new ScriptFault(EngineCodes.TooManyStatements, $"the script would execute more than {State.Limits.Statements} statements", statement.Span, help: "split the work into several scripts, or narrow the loops");
        if (_executed % 256 == 0) CheckTime(statement.Span);
    }

    /// <summary>Ends a run that was cancelled or has used up its time.</summary>
    public void CheckTime(Span span)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (State.Limits.Time is { } time && _clock.GetElapsedTime(_started) > time)
            throw new ScriptFault(EngineCodes.TooLong, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the script ran longer than {time.TotalSeconds:0.#} s"), span, help: "narrow the loops, or split the work into several scripts");
    }

    private void Use(UseStatement use)
    {
        var id = use.Document is null ? State.Current(use.Span).Id : State.Lookup(Evaluator.Evaluate(use.Document), use.Document.Span);
        if (use.Version is not null)
        {
            var expected = Whole(use.Version, "a version");
            var version = State.Workspace.Get(id).Header.Version;
            if (version != expected)
                throw new ScriptFault(EngineCodes.VersionMoved, $"document {id} is at version {version}, not {expected}", use.Version.Span, help: $"look at what changed with 'docscript show {id} --diff', then run again");
        }

        if (use.Body is { } body) RunIn(body, id);
        else State.CurrentId = id;
    }

    private void Require(RequireStatement require)
    {
        if (Evaluator.Condition(require.Condition)) return;
        var where = State.CurrentOrNull is { } document ? $" (document {document.Id})" : "";
        var message = require.Else is null
            ? $"requirement not met{where}: {Printer.Print(require.Condition)}"
            : ValueText.Of(Evaluator.EvaluatePlain(require.Else));
        throw new ScriptFault(EngineCodes.RequireFailed, message, require.Condition.Span, label: require.Else is null ? null : $"this is false{where}");
    }

    private Value Parameter(ParamStatement param)
    {
        if (_parameters.Find(param.Name.Text) is { } given) return Parameters.Convert(param, given);
        return Evaluator.EvaluatePlain(param.Default!);
    }

    private void If(IfStatement branch)
    {
        for (var next = branch; next is not null; next = next.ElseIf)
        {
            if (Evaluator.Condition(next.Condition))
            {
                RunIn(next.Then, State.CurrentId);
                return;
            }

            if (next.Else is { } otherwise) RunIn(otherwise, State.CurrentId);
        }
    }

    private void ForEachItem(ForEachItemStatement loop)
    {
        var items = Evaluator.EvaluatePlain(loop.List) switch
        {
            ListValue list => list.Items,
            NullValue => [],
            var other => throw new ScriptFault(EngineCodes.WrongKind, $"'for each … in' takes a list, not {Kinds.WithArticle(other)}", loop.List.Span, help: "write [ ] around a single value, or make a list of a text with split()"),
        };
        foreach (var item in items)
        {
            Count(loop);
            RunIn(loop.Body, State.CurrentId, loop.Variable.Text, item);
        }
    }

    /// <summary>A whole number that a clause asks for.</summary>
    public long Whole(Expression expression, string what) => Evaluator.EvaluatePlain(expression) is IntegerValue { Integer: >= 0 and var whole }
        ? whole
        : throw new ScriptFault(EngineCodes.WrongKind, $"{what} must be an integer from 0", expression.Span, help: "write a whole number that is not negative");
}
