using DocScript.Documents.Values;
using DocScript.Engine.Checking;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Events;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Values;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;
using Path = System.IO.Path;
using Place = DocScript.Hooks.Contract.Place;

namespace DocScript.Hooks.Loading;

/// <summary>A command that is written in C#.</summary>
public sealed class HookCommand : Command
{
    private readonly HookModule _module;
    private readonly CommandPattern _pattern;

    internal HookCommand(HookModule module, CommandDeclaration declaration)
    {
        (_module, Declaration) = (module, declaration);
        _pattern = CommandPattern.Parse(declaration.Pattern, declaration.Method.Parameters);
    }

    /// <summary>What the file declares of it.</summary>
    public CommandDeclaration Declaration { get; }

    /// <summary>The file that it stands in.</summary>
    public string File => _module.File.Path;

    /// <inheritdoc/>
    public override CommandSyntax Syntax => _pattern.Syntax;

    /// <inheritdoc/>
    public override string Summary => Declaration.Summary;

    /// <inheritdoc/>
    public override string Example => Declaration.Example ?? Syntax.ToString();

    /// <inheritdoc/>
    public override DocumentEvents Raises => DocumentEvents.All;

    /// <inheritdoc/>
    public override bool NeedsDocument => Declaration.Method.Parameters.Any(parameter => parameter is { Kind: ParameterKind.CurrentDocument, IsNullable: false });

    /// <inheritdoc/>
    public override void Check(CheckContext context, Arguments arguments)
    {
        foreach (var parameter in Declaration.Method.Parameters.Where(parameter => !parameter.IsGiven))
            if (arguments.Find(_pattern.HoleOf(parameter)) is Expression expression && context.Constant(expression) is { } value && ArgumentKinds.WhyNot(parameter, value) is not null)
                context.Report(EngineCodes.NeverFits, $"'{parameter.Name}' {ArgumentKinds.Refusal(parameter, value)}", expression, help: $"it is written as {Syntax}");
    }

    /// <inheritdoc/>
    public override void Run(CommandContext context)
    {
        try
        {
            var answer = new MethodCall(_module, Declaration.Method, Syntax.Words).Run(context.State.Limits, context.Cancellation, (parameter, type) => Argument(context, parameter, type), answer => answer);
            if (answer is CommandResult result) context.Answer(result);
            else if (answer is string { Length: > 0 } message) context.Answer(CommandResult.Message(message));
        }
        catch (Refusal refusal)
        {
            throw new ScriptFault(HookCodes.Refused, refusal.Message, help: refusal.Help).From($"in {Syntax.Words}, {Path.GetFileName(File)}");
        }
    }

    private object? Argument(CommandContext context, ParameterDeclaration parameter, Type type)
    {
        var run = context.Documents;
        switch (parameter.Kind)
        {
            case ParameterKind.CurrentDocument: return run.Current is { } current ? GivenArguments.Document(parameter, run, current) : parameter.IsNullable ? null : GivenArguments.Document(parameter, run, context.Document.Document.Id);
            case ParameterKind.Transaction: return GivenArguments.Documents(type, run);
            case ParameterKind.NamedArguments: return new NamedArguments(context.CallerArguments);
        }

        var hole = _pattern.HoleOf(parameter);
        if (!context.IsFilled(hole)) return Type.Missing;
        switch (hole)
        {
            case Hole<Target> target:
                var component = context.GetComponent(target);
                return Component(component);
            case Hole<Components> components: return context.Get(components).Select(one => Component(one.Component)).ToArray();
            case Hole<Language.Tree.Place> place: return context.Find(place) is var (document, where) ? new Place(document, where) : null;
            case Hole<Name> choice: return Enum.ToObject(Nullable.GetUnderlyingType(type) ?? type, Enum.GetValuesAsUnderlyingType(Nullable.GetUnderlyingType(type) ?? type).GetValue(parameter.Choices.IndexOf(context.Get(choice)))!);
        }

        var value = context.Get((Hole<Expression>)hole);
        if (parameter.Kind is ParameterKind.Document) return parameter.IsNullable && value is NullValue ? null : GivenArguments.Document(parameter, run, context.State.Lookup(value, context.SpanOf(hole)));
        return ClrArguments.TryConvert(value, type, parameter.IsNullable, out var argument)
            ? argument
            : throw new ScriptFault(HookCodes.WrongArgument, $"'{parameter.Name}' {ArgumentKinds.Refusal(parameter, value)}", context.SpanOf(hole), help: $"it is written as {Syntax}");

        Component Component(ComponentReference reference) => new(new Contract.DocumentView(run, reference.Document), reference.Id);
    }
}
