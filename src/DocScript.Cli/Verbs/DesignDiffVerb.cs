using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Designs;
using DocScript.Language.Diagnostics;
using DocScript.Terminal.Diff;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript design diff</c>: how a design differs from the store's, or from another file's.</summary>
internal sealed class DesignDiffVerb : Verb
{
    private readonly Argument<string[]> _files;
    private readonly Option<string?> _store;

    public DesignDiffVerb() : base("diff", "Compare the store's design with a file's, or the designs of two files")
    {
        _files = Add(new Argument<string[]>("files") { Description = "The new design's file; or the old one's and the new one's", Arity = new ArgumentArity(1, 2) });
        _store = Add(CommonOptions.Store());
    }

    public override VerbGroup Group => VerbGroup.Design;

    public override async Task<int> RunAsync(Invocation call)
    {
        var files = call.Get(_files)!;
        if (files.Length == 2 && call.Has(_store)) throw new CommandRefused(CliCodes.BadArguments, "two files are compared with each other, not with a store", "leave out --store or one of the files");
        var texts = new List<DesignText>();
        foreach (var file in files) texts.Add(await DesignFile.TextAsync(call.Host, file, call.Cancellation));
        if (texts.Where(text => text.Design is null).SelectMany(text => text.Diagnostics).ToList() is { Count: > 0 } problems)
        {
            call.Report.Add(problems);
            return ExitStatus.Of(problems);
        }


        var (old, @new) = files.Length == 2 ? (texts[0].Design!, texts[1].Design!) : await WithStoreAsync(call, texts[0].Design!);
        var differences = DesignDifferences.Of(old, @new);
        call.Report.Member("differences", writer => Write(writer, differences));
        if (!call.Report.IsJson)
            foreach (var line in DesignDiff.Lines(differences, call.Report.Height)) call.Report.Out.WriteLine(line);
        call.Report.Note(differences.Length > 0 ? DesignDiff.Summary(differences) : old.Equals(@new) ? "no differences" : "no differences but in the order of definitions");
        return ExitStatus.Done;
    }

    private async Task<(Design Old, Design New)> WithStoreAsync(Invocation call, Design design)
    {
        await using var store = call.OpenStore(_store);
        using var reader = store.Read();
        var old = DesignDocument.Of(reader);
        var (complete, kept) = DesignDraft.Complete(design, old);
        call.Report.ShowKept(kept);
        return (old, complete);
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<DefinitionDifference> differences)
    {
        writer.WriteStartArray();
        foreach (var definition in differences)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", definition.Kind);
            writer.WriteString("name", definition.Name);
            writer.WriteString("fate", definition.Fate switch { DefinitionFate.Added => "added", DefinitionFate.Removed => "removed", _ => "changed" });
            writer.WriteStartArray("parts");
            foreach (var part in definition.Parts)
            {
                writer.WriteStartObject();
                writer.WriteString("name", part.Name);
                writer.WritePropertyName("was");
                ValueJson.Write(writer, part.Was ?? Value.Null);
                writer.WritePropertyName("now");
                ValueJson.Write(writer, part.Now ?? Value.Null);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
