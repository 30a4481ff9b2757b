using DocScript.Documents.Designs;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Functions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>Finds what script and design alone can tell (DS2…), all of it in one pass.</summary>
internal sealed class Checker
{
    private readonly CommandTable _commands;
    private readonly CheckContext _context;
    private readonly ExpressionChecker _expressions;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly UnusedVariables _unused = new();
    private readonly UnguardedEdits _unguarded = new();
    private int _depth;

    private Checker(SourceText source, CommandTable commands, Design? design, bool hasDocument)
    {
        _commands = commands;
        _context = new CheckContext(this, source, design, _diagnostics, hasDocument);
        _expressions = new ExpressionChecker(this, _context);
    }

    /// <summary>The functions that expressions can call.</summary>
    public FunctionTable Functions => _commands.Functions;

    public CheckScope Scope { get; private set; } = new(null);

    /// <summary>The statement that is being checked.</summary>
    public Statement Statement { get; private set; } = new PrintStatement(new NullLiteral());

    /// <summary>All that can be told of a script, in the order of its text.</summary>
    /// <param name="isStrict">Whether edits want a guard, and warnings are errors.</param>
    public static IReadOnlyList<Diagnostic> Check(ParseResult parsed, SourceText source, CommandTable commands, Design? design, bool hasDocument, bool isStrict)
    {
        var checker = new Checker(source, commands, design, hasDocument);
        foreach (var statement in parsed.Script.Statements) checker.Check(statement);
        // What a wrong statement was to read is not known.
        if (parsed.IsValid && !checker._diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)) checker._unused.Report(checker._context);
        if (isStrict) checker._unguarded.Report(checker._context);
        var found = checker._diagnostics.OrderBy(diagnostic => diagnostic.Location!.Span.Start);
        return isStrict ? [.. found.Select(diagnostic => diagnostic with { Severity = Severity.Error })] : [.. found];
    }

    /// <summary>What a violation stands against in the statement that is being checked.</summary>
    public Node FaultyPart(Violation violation) =>
        Statement is CommandStatement command ? Commands.FaultyPart.Of(violation, _commands.Find(command.Syntax), command) : Statement;

    /// <summary>Checks a block in which another document is current.</summary>
    public void CheckOther(Block block, CurrentDocument document, DeclaredVariable? variable = null)
    {
        var before = _context.Current;
        _context.Current = document;
        Check(block, variable);
        _context.Current = before;
    }

    // A block has a scope of its own, and what was current before is so again after it.
    private void Check(Block block, DeclaredVariable? variable = null)
    {
        var (scope, before) = (Scope, _context.Current);
        Scope = new CheckScope(scope);
        if (variable is not null) Scope.Declare(variable);
        _depth++;
        foreach (var statement in block.Statements) Check(statement);
        _depth--;
        Scope = scope;
        _context.LeaveBlock(before);
    }

    private void Check(Statement statement)
    {
        var outer = Statement;
        Statement = statement;
        switch (statement)
        {
            case CommandStatement command: CheckCommand(command); break;
            case UseStatement use: CheckUse(use); break;
            case RequireStatement require: _unguarded.Require(); _expressions.CheckCondition(require.Condition); _expressions.Check(require.Else); break;
            case ParamStatement param: CheckParam(param); break;
            case LetStatement let: CheckLet(let); break;
            case IfStatement branch: CheckIf(branch); break;
            case ForEachDocumentStatement loop: CheckDocuments(loop); break;
            case ForEachComponentStatement loop: CheckComponents(loop); break;
            case ForEachItemStatement loop:
                _expressions.Check(loop.List);
                CheckName(loop.Variable, mustBeNew: true);
                Check(loop.Body, Declare(loop.Variable, Declaration.Item, new Variable(IsPlainText: IsPlainText(loop.List))));
                break;
            case PrintStatement print: _expressions.Check(print.Value); break;
            default: throw new InvalidOperationException($"no check for {statement.GetType().Name}");
        }

        Statement = outer;
    }

    private bool IsPlainText(Expression expression) => new PlainText(Scope, _context.Design).Find(expression).Any();

    private void CheckCommand(CommandStatement statement)
    {
        var command = _commands.Find(statement.Syntax);
        if (command.NeedsDocument) _context.ExpectDocument(statement);
        foreach (var filling in statement.Arguments.Nodes)
            if (filling is not null) _expressions.CheckFilling(filling);
        _unguarded.Add(command, statement, _context.Current);
        command.Check(_context, statement.Arguments);
    }

    private void CheckUse(UseStatement use)
    {
        if (use.Document is null) _context.ExpectDocument(use);
        _expressions.Check(use.Document);
        _expressions.Check(use.Version);
        var before = _context.Current;
        var document = use.Document is null ? before : CurrentDocument.Unknown(null);
        if (use.Version is not null) document = document with { IsGuarded = true };
        if (use.Document is not null || use.Body is null)
        {
            _context.Enter(document, use.Body);
            return;
        }

        _context.Current = document;
        Check(use.Body);
        _context.Current = _context.Current with { IsGuarded = before.IsGuarded };
    }

    private void CheckParam(ParamStatement param)
    {
        if (_depth > 0) _context.Report(EngineCodes.ParameterPlace, "'param' stands at the top level of a script only", param, help: "move it out of the block");
        _expressions.Check(param.Default);
        CheckName(param.Name, mustBeNew: true);
        Scope.Declare(Declare(param.Name, Declaration.Parameter, new Variable(IsPlainText: param.Type is ParameterType.Text)));
    }

    private void CheckLet(LetStatement let)
    {
        _expressions.Check(let.Value);
        CheckName(let.Name, mustBeNew: false);
        if (Scope.Find(let.Name.Text) is { } visible) visible.Assign(IsPlainText(let.Value));
        else Scope.Declare(Declare(let.Name, Declaration.Let, new Variable(IsPlainText: IsPlainText(let.Value))));
    }

    private DeclaredVariable Declare(Name name, Declaration declaration, Variable known)
    {
        var variable = new DeclaredVariable(name, declaration, known);
        _unused.Add(variable);
        return variable;
    }

    private void CheckIf(IfStatement branch)
    {
        for (var next = branch; next is not null; next = next.ElseIf)
        {
            _expressions.CheckCondition(next.Condition);
            Check(next.Then);
            if (next.Else is { } otherwise) Check(otherwise);
        }
    }

    private void CheckDocuments(ForEachDocumentStatement loop)
    {
        _expressions.Check(loop.Limit);
        _expressions.Check(loop.Expect);
        if (loop.Variable is not null) CheckName(loop.Variable, mustBeNew: true);
        ScanningQueries.Check(loop, Scope, _context.Design, _context);
        var variable = loop.Variable is null ? null : Declare(loop.Variable, Declaration.As, new Variable(IsDocument: true));
        var (scope, before) = (Scope, _context.Current);
        Scope = new CheckScope(scope);
        if (variable is not null) Scope.Declare(variable);
        _context.Current = CurrentDocument.Unknown(null);
        _expressions.CheckCondition(loop.Where);
        _expressions.Check(loop.OrderBy);
        Scope = scope;
        _context.Current = before;
        CheckOther(loop.Body, CurrentDocument.Unknown(null) with { IsGuarded = loop.Expect is not null }, variable);
    }

    private void CheckComponents(ForEachComponentStatement loop)
    {
        if (loop.In is null) _context.ExpectDocument(loop);
        else _expressions.CheckFilling(loop.In);
        if (loop.Type is { } type) _context.Expect(design => Rules.ComponentTypeExists(design, null, type.Text), type);
        _expressions.Check(loop.Limit);
        if (loop.Variable is not null) CheckName(loop.Variable, mustBeNew: true);
        var variable = loop.Variable is null ? null : Declare(loop.Variable, Declaration.As, new Variable(loop.Type?.Text));
        var scope = Scope;
        Scope = new CheckScope(scope);
        if (variable is not null) Scope.Declare(variable);
        _expressions.CheckCondition(loop.Where);
        Scope = scope;
        Check(loop.Body, variable);
    }

    private void CheckName(Name name, bool mustBeNew)
    {
        if (Properties.Exists(name.Text) || Properties.WithoutDocument.Contains(name.Text, StringComparer.Ordinal))
            _context.Report(EngineCodes.ReservedName, $"'{name.Text}' is a property and can't be a variable", name, help: "choose another name");
        else if (Functions.Find(name.Text) is not null)
            _context.Report(EngineCodes.ReservedName, $"'{name.Text}' is a function and can't be a variable", name, help: "choose another name");
        else if (mustBeNew && Scope.Has(name.Text))
            _context.Report(EngineCodes.NameTaken, $"the name '{name.Text}' is taken", name, help: "choose a name that is new here");
    }
}
