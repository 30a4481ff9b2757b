using DocScript.Engine.Events;
using DocScript.Engine.Execution;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Declarations;

namespace DocScript.Hooks.Loading;

/// <summary>A hook on an event that is written in C#.</summary>
internal sealed class MethodHook(HookModule module, EventDeclaration declaration) : EventHook
{
    public override string Name => declaration.Name;

    public override DocumentEvents Event => declaration.Event;

    public override HookMoment Moment => declaration.IsAfter ? HookMoment.After : HookMoment.Before;

    public override void Run(EventContext context)
    {
        try
        {
            new MethodCall(module, declaration.Method, Name).Run(context.Limits, context.CancellationToken, (parameter, type) => Argument(context, parameter, type), answer => answer);
        }
        catch (Refusal refusal)
        {
            context.Refuse(refusal.Message, refusal.Help);
        }
    }

    private static object? Argument(EventContext context, ParameterDeclaration parameter, Type type) => parameter.Kind switch
    {
        ParameterKind.CurrentDocument => context.Documents.Find(context.Document) is null && parameter.IsNullable ? null : GivenArguments.Document(parameter, context.Documents, context.Document),
        ParameterKind.Transaction => GivenArguments.Documents(type, context.Documents),
        ParameterKind.Event => new DocumentEvent(EventNames.Of(context.Event), context.Document, context.Transaction, context.Actor),
        _ => throw new InvalidOperationException($"a hook has no argument of the kind {parameter.Kind}"),
    };
}
