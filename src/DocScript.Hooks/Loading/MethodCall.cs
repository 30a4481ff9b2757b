using System.Diagnostics;
using DocScript.Engine;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Contract;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Safety;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Hooks.Loading;

/// <summary>A call of a method of a user: within its budget, and with all that goes wrong told at the user's file and line.</summary>
/// <param name="name">What it is called in messages: <c>headline-case</c>.</param>
internal sealed class MethodCall(HookModule module, MethodDeclaration method, string name)
{
    /// <summary>Calls the method.</summary>
    /// <param name="argument">Gives the argument for a parameter, which it may refuse.</param>
    /// <param name="read">Reads what it answers, which may run more of the user's code.</param>
    /// <exception cref="ScriptFault">It failed, was stopped, or broke a rule.</exception>
    /// <exception cref="Refusal">It refused.</exception>
    public T Run<T>(Limits limits, CancellationToken cancellation, Func<ParameterDeclaration, Type, object?> argument, Func<object?, T> read)
    {
        var loaded = module.Method(method);
        var arguments = new object?[method.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Granted(method.Parameters[i].Kind) ?? (argument(method.Parameters[i], loaded.Parameters[i].ParameterType) is var given && ReferenceEquals(given, Type.Missing) ? loaded.Parameters[i].DefaultValue : given);
        try
        {
            return Meter.Run(HookBudget.Of(limits), TimeProvider.System, cancellation, () => read(loaded.Call(arguments)));
        }
        catch (BudgetExceededException exceeded)
        {
            throw ScriptFault.Of(new Diagnostic(exceeded.Code, Severity.Error, $"{name} was stopped: {exceeded.Message}", Place(exceeded.InnerException ?? exceeded), Help: exceeded.Help));
        }
        catch (CapabilityException outside)
        {
            throw ScriptFault.Of(new Diagnostic(outside.Code, Severity.Error, $"{name} failed: {outside.Message}", Place(outside), Help: outside.Help));
        }
        catch (ScriptFault fault)
        {
            throw fault.From($"in {name}, {Where(fault)}");
        }
        catch (Exception exception) when (exception is not (Refusal or StoreException) && !(exception is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            throw ScriptFault.Of(new Diagnostic(HookCodes.Threw, Severity.Error, $"{name} failed with {exception.GetType().Name}: {exception.Message.TrimEnd('.')}", Place(exception), Help: "mend the line that is marked, or what the script gives it"));
        }
    }

    private object? Granted(ParameterKind kind) => kind switch
    {
        ParameterKind.Files => new Files(module.Folder, [.. module.Granted.OfType<FilesCapability>()]),
        ParameterKind.Http => new Http([.. module.Granted.OfType<HttpCapability>()]),
        _ => null,
    };

    private string Where(Exception exception) => Place(exception) is { } place ? $"{Path.GetFileName(place.Source.Name)}:{place.Source.Place(place.Span.Start).Line}" : Path.GetFileName(module.File.Path);

    // The innermost line of the user's; the method's name where it is not known.
    private Location? Place(Exception exception)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
            if (frame.GetFileName() is { } path && module.File.Texts.TryGetValue(path, out var text) && frame.GetFileLineNumber() is > 0 and var line)
            {
                var source = new SourceText(path, text);
                var (start, written) = (source.LineSpan(line).Start, source.Line(line));
                return new(source, new Span(start + written.Length - written.TrimStart().Length, written.Trim().Length));
            }

        return new(new SourceText(module.File.Path, module.File.Text), new Span(method.Start, method.Name.Length));
    }
}
