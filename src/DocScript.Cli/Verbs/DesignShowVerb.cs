using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Engine;
using DocScript.Engine.Designs;
using DocScript.Language.Diagnostics;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript design show</c>: the store's design, or one component or content type of it.</summary>
internal sealed class DesignShowVerb : Verb
{
    private readonly Argument<string?> _name;
    private readonly Option<string?> _store;

    public DesignShowVerb() : base("show", "Show the store's design: content types and components; with --json as it can be imported again")
    {
        _name = Add(new Argument<string?>("name") { Description = "A component or content type, to show in detail", Arity = ArgumentArity.ZeroOrOne });
        _store = Add(CommonOptions.Store());
    }

    public override VerbGroup Group => VerbGroup.Design;

    public override async Task<int> RunAsync(Invocation call)
    {
        await using var store = call.OpenStore(_store);
        using var reader = store.Read();
        var design = DesignDocument.Of(reader);
        if (call.Get(_name) is { } name)
        {
            Show(call, design, name);
            return ExitStatus.Done;
        }

        call.Report.Member("design", writer => ValueJson.Write(writer, DesignSource.Of(design)));
        Write(call, DesignOutline.Lines(design));
        return ExitStatus.Done;
    }

    private static void Show(Invocation call, Design design, string name)
    {
        var (type, component) = (design.ContentTypes.GetValueOrDefault(name), design.Components.GetValueOrDefault(name));
        if (type is null && component is null)
            throw new CommandRefused(new Diagnostic(
                CliCodes.UnknownDefinition,
                Severity.Error,
                $"the design has no component and no content type '{name}'",
                Label: Suggestion.Label(name, design.ContentTypes.Keys.Concat(design.Components.Keys)),
                Help: "'docscript design show' lists them"));
        if (type is not null) call.Report.Member("contentType", writer => ValueJson.Write(writer, DesignSource.Definition(design, "contentTypes", name)!));
        if (component is not null) call.Report.Member("component", writer => ValueJson.Write(writer, DesignSource.Definition(design, "components", name)!));
        if (type is not null) Write(call, DesignOutline.Lines(type));
        if (type is not null && component is not null) call.Report.Out.WriteLine();
        if (component is not null) Write(call, DesignOutline.Lines(design, component));
    }

    private static void Write(Invocation call, IEnumerable<IReadOnlyList<Piece>> lines)
    {
        if (call.Report.IsJson) return;
        foreach (var line in lines) call.Report.Out.WriteLine(line);
    }
}
