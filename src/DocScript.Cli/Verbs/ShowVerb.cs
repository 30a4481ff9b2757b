using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.History;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript show</c>: a document, its publication, or what changed in it.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<string> _document;
    private readonly Option<string?> _store, _diff, _actor, _at, _brand;
    private readonly Option<bool> _publication, _versions;

    public ShowVerb() : base("show", "Show a document as an outline with its components' ids")
    {
        _document = Add(new Argument<string>("document") { Description = "Its id or key" });
        _store = Add(CommonOptions.Store());
        _diff = Add(new Option<string?>("--diff")
        {
            Description = "Show what changed: by the last transaction, by the one given, or since a version (3) or a sequence (sequence:5)",
            HelpName = "transaction|version|sequence:n",
            Arity = ArgumentArity.ZeroOrOne,
        });
        _actor = Add(CommonOptions.Actor());
        _actor.Description = "The user who looks: who holds a document sees the working copy [default: the system's user]";
        _versions = Add(new Option<bool>("--versions") { Description = "List the named versions, which check-ins add" });
        _publication = Add(new Option<bool>("--publication") { Description = "Show what is public instead of the newest state" });
        _at = Add(new Option<string?>("--at") { Description = "Show only the components that readers see at this time (ISO 8601, or now)", HelpName = "date" });
        _brand = Add(new Option<string?>("--brand") { Description = "Show only the components that readers of this brand see; without --at now", HelpName = "brand" });
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        string[] views = [.. Given(call.Has(_diff), "--diff"), .. Given(call.Get(_versions), "--versions"), .. Given(call.Get(_publication) || call.Has(_at) || call.Has(_brand), "what readers see (--publication, --at, --brand)")];
        if (views.Length > 1) throw new CommandRefused(CliCodes.BadArguments, $"{string.Join(" and ", views)} exclude each other", "give one of them");
        await using var store = call.OpenStore(_store);
        using var reader = store.Read();
        var document = DocumentName.Get(reader, call.Get(_document)!);
        if (call.Has(_diff))
        {
            ShowDiff(call, reader, document);
            return ExitStatus.Done;
        }

        if (call.Get(_versions))
        {
            ShowVersions(call, reader, document);
            return ExitStatus.Done;
        }

        if (call.Get(_publication)) document = Published(reader, document);
        else if (WorkingCopies.Find(reader, document, call.Viewer(_actor)) is { } copy)
        {
            document = copy;
            call.Report.Note($"this is the working copy of {copy.Header.Checkout!.Actor}; others see the document as it was checked out");
        }

        if (call.Has(_at) || call.Has(_brand)) document = document with { Components = VisibleComponents.Of(document.Components, Instant(call), call.Get(_brand)) };
        document = document with { Title = DisplayTitle.Of(DesignDocument.Of(reader), document) };
        call.Report.Member("document", writer => DocumentJson.Write(writer, document));
        if (!call.Report.IsJson)
            foreach (var line in DocumentOutline.Lines(document))
                call.Report.Out.WriteLine(line);
        return ExitStatus.Done;
    }

    private static string[] Given(bool isGiven, string view) => isGiven ? [view] : [];

    private static Document Published(IStoreReader reader, Document document) =>
        document.Header.Publication is { } id && reader.Publication(id) is { } publication
            ? publication.Content
            : throw new CommandRefused(CliCodes.NoSuchState, $"document {document.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)} is not published", "leave --publication out to see its newest state");

    private static void ShowVersions(Invocation call, IStoreReader reader, Document document)
    {
        var versions = NamedVersions.Of(reader, document.Id).ToList();
        call.Report.Member("versions", writer => NamedVersionText.Write(writer, versions));
        if (call.Report.IsJson) return;
        foreach (var version in versions) call.Report.Out.WriteLine(NamedVersionText.Line(version));
    }

    private DateTimeOffset Instant(Invocation call)
    {
        if (call.Get(_at) is not { } given || given == "now") return call.Clock().GetUtcNow();
        return DateValue.TryParse(given, out var date)
            ? date.Instant
            : throw new CommandRefused(CliCodes.BadArguments, $"'{given}' is no date", "give one such as 2026-01-31 or 2026-01-31T12:00:00Z, or now");
    }

    private void ShowDiff(Invocation call, IStoreReader reader, Document document)
    {
        var rows = DocumentHistory.Rows(reader, document, call.Get(_diff));
        call.Report.Member("rows", writer =>
        {
            writer.WriteStartArray();
            foreach (var row in rows) DocumentHistory.Write(writer, row);
            writer.WriteEndArray();
        });
        if (call.Report.IsJson) return;
        var first = true;
        foreach (var row in rows)
        {
            if (!first) call.Report.Out.WriteLine();
            first = false;
            foreach (var line in DocumentHistory.Lines(reader, row, call.Report.Height)) call.Report.Out.WriteLine(line);
        }
    }
}
