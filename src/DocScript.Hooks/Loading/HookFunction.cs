using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Execution;
using DocScript.Engine.Functions;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Values;
using Path = System.IO.Path;

namespace DocScript.Hooks.Loading;

/// <summary>Makes functions of expressions of what C# declares.</summary>
internal static class HookFunction
{
    public static Function Of(HookModule module, FunctionDeclaration declaration)
    {
        var written = declaration.Method.Parameters.Where(parameter => !parameter.IsGiven).ToList();
        var least = written.TakeWhile(parameter => !parameter.IsOptional).Count();
        var names = written.Select((parameter, index) => index == 0 ? parameter.Name : ", " + parameter.Name).ToList();
        var signature = $"{declaration.Name}({string.Concat(names.Take(least))}{(least < names.Count ? $"[{string.Concat(names.Skip(least))}]" : "")})";
        return new Function(declaration.Name, signature, least, written.Count, declaration.Summary, declaration.Example ?? $"print {signature}") { Body = call => Call(module, declaration, written, call) };
    }

    private static Value Call(HookModule module, FunctionDeclaration declaration, List<ParameterDeclaration> written, FunctionCall call)
    {
        var run = new RunDocuments(call.Evaluator.Interpreter, _ => call.Span);
        try
        {
            return call.Checked(new MethodCall(module, declaration.Method, declaration.Name + "()").Run(call.Evaluator.State.Limits, call.Evaluator.Interpreter.Cancellation, Argument, ClrValues.ToValue));
        }
        catch (Refusal refusal)
        {
            throw new ScriptFault(HookCodes.Refused, refusal.Message, call.Span, help: refusal.Help).From($"in {declaration.Name}(), {Path.GetFileName(module.File.Path)}");
        }

        object? Argument(ParameterDeclaration parameter, Type type)
        {
            if (parameter.Kind is ParameterKind.CurrentDocument) return run.Current is { } current ? new DocumentView(run, current) : parameter.IsNullable ? null : new DocumentView(run, call.Evaluator.State.Current(call.Span).Id);
            if (parameter.Kind is ParameterKind.Transaction) return GivenArguments.Documents(type, run);
            var index = written.IndexOf(parameter);
            if (index >= call.Count) return Type.Missing;
            return (parameter.Kind, call[index]) switch
            {
                (ParameterKind.Document, var document) when document is not NullValue => new DocumentView(run, call.Evaluator.State.Lookup(document, call.Span)),
                (ParameterKind.Component, ComponentReference reference) => new Component(new DocumentView(run, reference.Document), reference.Id),
                (ParameterKind.Components, ListValue list) when list.Items.All(item => item is ComponentReference) => list.Items.Cast<ComponentReference>().Select(one => new Component(new DocumentView(run, one.Document), one.Id)).ToArray(),
                (ParameterKind.Choice, TextValue { Text: var choice }) when parameter.Choices.IndexOf(choice) is >= 0 and var at => Enum.ToObject(type, Enum.GetValuesAsUnderlyingType(type).GetValue(at)!),
                (_, var value) when ClrArguments.TryConvert(value, type, parameter.IsNullable, out var argument) => argument,
                (_, var value) => throw call.Fault(HookCodes.WrongArgument, $"'{parameter.Name}' of {declaration.Name}() {ArgumentKinds.Refusal(parameter, value)}", index),
            };
        }
    }
}
