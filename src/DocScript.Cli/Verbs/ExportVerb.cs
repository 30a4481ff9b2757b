using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript export</c>: the store, or one document, in Livingdocs' JSON.</summary>
internal sealed class ExportVerb : Verb
{
    private readonly Argument<string?> _document;
    private readonly Option<string?> _store, _out;
    private readonly Option<bool> _explain;

    public ExportVerb() : base("export", "Export the design and all documents, or one document, in Livingdocs' JSON")
    {
        _document = Add(new Argument<string?>("document") { Description = "An id or key; without it, everything", Arity = ArgumentArity.ZeroOrOne });
        _store = Add(CommonOptions.Store());
        _out = Add(new Option<string?>("--out") { Description = "A new or empty folder for design.json and documents/<id>.json [default: print]", HelpName = "folder" });
        _explain = Add(new Option<bool>("--explain") { Description = "List how an export differs from what was imported" });
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        if (call.Get(_explain)) return Explain(call);
        var (name, folder) = (call.Get(_document), call.Get(_out));
        if (name is not null && folder is not null)
            throw new CommandRefused(CliCodes.BadArguments, "--out takes everything, not one document", "leave the document out, or redirect the output to a file");
        await using var store = call.OpenStore(_store);
        using var reader = store.Read();
        if (folder is not null) return WriteFolder(call, reader, folder);
        var design = DesignDocument.Of(reader);
        List<Document> documents = name is null ? [.. reader.Find(Filter.All)] : [Find(reader, name)];
        if (!call.Report.IsJson) call.Report.Data(name is null ? Everything(documents, design) : Encoding.UTF8.GetString(LivingdocsExport.Document(documents[0], design)));
        else if (name is null) call.Report.Member("export", writer => Write(writer, documents, design));
        else call.Report.Member("export", writer => LivingdocsExport.Write(writer, documents[0], design));
        NoteLeftOut(call, documents.Count(document => ExportDifferences.LeavesOut(document.Header)));
        return ExitStatus.Done;
    }

    private static void NoteLeftOut(Invocation call, int count)
    {
        if (count > 0)
            call.Report.Note($"{Counted.Of(count, "document")} {(count == 1 ? "has" : "have")} schedules, embargoes, named versions or open checkouts, which are not exported");
    }

    private static int WriteFolder(Invocation call, IStoreReader reader, string folder)
    {
        var path = call.Host.FullPath(folder);
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new CommandRefused(CliCodes.FileExists, $"'{folder}' exists already and is no empty folder", "choose another folder; nothing was written");
        int count, leftOut;
        try
        {
            using var progress = call.Report.Progress("exporting to " + folder);
            (count, leftOut) = ExportFolder.Write(reader, path, call.Cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileOutput.Unwritable(folder, exception);
        }

        call.Report.Note($"exported the design and {Counted.Of(count, "document")} to {folder}");
        NoteLeftOut(call, leftOut);
        call.Report.Member("folder", writer => writer.WriteStringValue(folder));
        call.Report.Member("documents", writer => writer.WriteNumberValue(count));
        return ExitStatus.Done;
    }

    private static string Everything(IReadOnlyList<Document> documents, Design design)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Report.Indented)) Write(writer, documents, design);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<Document> documents, Design design)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("design");
        writer.WriteRawValue(LivingdocsExport.Design(design));
        writer.WriteStartArray("documents");
        foreach (var document in documents) LivingdocsExport.Write(writer, document, design);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Document Find(IStoreReader reader, string name) =>
        DocumentName.Find(reader, name) is { Header.Deleted: false } document
            ? document
            : throw DocumentName.Unknown(reader, name);

    private static int Explain(Invocation call)
    {
        foreach (var difference in ExportDifferences.All) call.Report.Out.WriteLine($"{difference.Name}: {difference.Sentence}");
        call.Report.Member("differences", writer =>
        {
            writer.WriteStartArray();
            foreach (var difference in ExportDifferences.All)
            {
                writer.WriteStartObject();
                writer.WriteString("name", difference.Name);
                writer.WriteString("sentence", difference.Sentence);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return ExitStatus.Done;
    }
}
