using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>The files of an import as JSON, with what does not depend on a store: whether they parse, and the design they bring.</summary>
internal sealed class ParsedFiles : IDisposable
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly List<(string File, JsonDocument Json)> documents = [];
    private readonly List<ImportProblem> problems = [];

    /// <summary>The design of the import, or null for the store's own.</summary>
    public Design? Design { get; private set; }

    public IReadOnlyList<(string File, JsonDocument Json)> Documents => documents;

    public IReadOnlyList<ImportProblem> Problems => problems;

    public static ParsedFiles Of(ImportSource source)
    {
        var files = new ParsedFiles();
        if (source.Design is { } design) files.ReadDesign(design);
        foreach (var file in source.Documents)
        {
            if (files.Parse(file) is { } json) files.documents.Add((file.Name, json));
        }

        return files;
    }

    public void Dispose() => documents.ForEach(document => document.Json.Dispose());

    private void ReadDesign(ImportFile file)
    {
        using var json = Parse(file);
        if (json is null) return;
        try
        {
            Design = DesignJson.Read(json.RootElement);
        }
        catch (FormatException e)
        {
            var help = e is DefinitionException ? "mend the part that is named, then import again" : "a design has a name and components, each with name and html";
            problems.Add(new ImportProblem(file.Name, JsonPlace.Root, e.Message, help));
        }
    }

    private JsonDocument? Parse(ImportFile file)
    {
        try
        {
            var bytes = file.Json;
            return JsonDocument.Parse(bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes, JsonLimits.Reader);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? Invariant($" at line {line + 1}, byte {e.BytePositionInLine + 1}") : "";
            problems.Add(new ImportProblem(file.Name, JsonPlace.Root, $"this is not JSON{place}", Reason(e)));
            return null;
        }
    }

    // The parser's message ends with a position counted from 0, which would contradict ours.
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.', ' ');
    }
}
