using System.CommandLine;
using System.Globalization;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript import</c>: documents under their own ids, and their design, as one transaction.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly Argument<string> _path;
    private readonly Option<string?> _store, _actor;
    private readonly Option<bool> _publish;

    public ImportVerb() : base("import", "Import documents in Livingdocs' JSON under their own ids, as one transaction")
    {
        _path = Add(new Argument<string>("path") { Description = "A document, a design.json, or a folder with design.json and documents/*.json" });
        _store = Add(CommonOptions.Store());
        _actor = Add(CommonOptions.Actor());
        AddCommandFolders();
        _publish = Add(new Option<bool>("--publish") { Description = "Publish every document [default: those whose file says that it is published]" });
    }

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var path = call.Get(_path)!;
        var options = new ImportOptions(call.Actor(_actor), call.Get(_publish));
        var (clock, ids) = (call.Clock(), call.Host.Ids ?? new RandomIds());
        ImportResult result;
        using (call.Report.Progress("importing " + path))
        {
            var source = await ReadAsync(call, path);
            await using var session = new StoreSession(call, StoreLocation.Of(call.Get(_store), call.Host));
            result = await session.ImportAsync(
                store => Import(store).RunAsync(source, options, call.Cancellation),
                planned => planned is Imported,
                empty => Import(empty).PlanAsync(source, options, call.Cancellation));
        }

        switch (result)
        {
            case Imported imported:
                Show(call, imported);
                return ExitStatus.Done;
            case NothingToImport:
                call.Report.Note("the store has all of it already; nothing changed");
                return ExitStatus.Done;
            case ImportInConflict conflict:
                throw Refused(conflict);
            case ImportStopped stopped:
                call.Report.ShowOutput(stopped.Refusal);
                return ExitStatus.Of(stopped.Refusal);
            case ImportRefused refused:
                call.Report.Add(refused.Problems.Select(problem => Diagnostic(problem)));
                call.Report.Note("nothing was imported");
                return ExitStatus.Failed;
            default:
                return ExitStatus.Failed;
        }

        DocumentImport Import(IStore store) => new(store, call.Commands, clock, ids);
    }

    /// <summary>The end of an import that others kept coming between.</summary>
    internal static CommandRefused Refused(ImportInConflict conflict) =>
        new(CliCodes.ImportConflict, $"others kept changing the store: {conflict.Moved}", "run the import again");

    private static async Task<ImportSource> ReadAsync(Invocation call, string path)
    {
        try
        {
            // A file may be a pipe that nobody writes to; who stops the command does not wait for that.
            return await Task.Run(() => ImportSource.Read(call.Host.FullPath(path)), CancellationToken.None).WaitAsync(call.Cancellation);
        }
        catch (FileNotFoundException)
        {
            throw new CommandRefused(CliCodes.NoSuchInput, $"there is no file or folder '{path}'", TextInput.Elsewhere(call.Host, path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused(CliCodes.FileUnreadable, $"'{path}' can't be imported: {TextInput.Reason(exception)}", "name a document, a design.json, or a folder with them");
        }
    }

    private static void Show(Invocation call, Imported imported)
    {
        call.Report.Add([.. imported.Warnings.Select(problem => Diagnostic(problem)), .. imported.Told]);
        foreach (var line in imported.Inferred) call.Report.Out.WriteLine("inferred: " + line);
        var design = imported.DesignChanged ? ", and a design" : "";
        call.Report.Note($"committed {imported.Transaction}: {Counted.Of(imported.Documents.Length, "document")} imported, {Number(imported.Published)} published{design}");
        call.Report.Member("transaction", writer => writer.WriteStringValue(imported.Transaction));
        call.Report.Member("documents", writer =>
        {
            writer.WriteStartArray();
            foreach (var id in imported.Documents) writer.WriteNumberValue(id);
            writer.WriteEndArray();
        });
        call.Report.Member("published", writer => writer.WriteNumberValue(imported.Published));
        call.Report.Member("design", writer => writer.WriteBooleanValue(imported.DesignChanged));
        call.Report.Member("inferred", writer =>
        {
            writer.WriteStartArray();
            foreach (var line in imported.Inferred) writer.WriteStringValue(line);
            writer.WriteEndArray();
        });
    }

    private static Diagnostic Diagnostic(ImportProblem problem) =>
        new(CliCodes.BadImport, problem.IsWarning ? Severity.Warning : Severity.Error, problem.ToString(), Help: problem.Help);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
