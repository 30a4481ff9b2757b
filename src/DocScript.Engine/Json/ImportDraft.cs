using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Engine.Storage;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>An import judged against one state of a store, before anything is committed.</summary>
internal sealed class ImportDraft
{
    private readonly List<ImportProblem> problems = [];
    private readonly List<ImportedDocument> documents = [];
    private IReadOnlyList<Document>? stored;

    private ImportDraft(Design design, bool isNew) => (Design, DesignIsNew) = (design, isNew);

    /// <summary>The design that the store will have, with its content types.</summary>
    public Design Design { get; private set; }

    public bool DesignIsNew { get; }

    public IReadOnlyList<string> Inferred { get; private set; } = [];

    public IReadOnlyList<ImportedDocument> Documents => documents;

    public IReadOnlyList<ImportProblem> Problems => problems;

    public bool IsRefused => problems.Exists(problem => !problem.IsWarning);

    public static ImportDraft Of(IStoreReader reader, ParsedFiles files, CancellationToken cancellation)
    {
        var draft = new ImportDraft(files.Design ?? DesignDocument.Of(reader), files.Design is not null);
        foreach (var (file, json) in files.Documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (LivingdocsImport.Read(file, json.RootElement, draft.Design, draft.problems) is { } document) draft.documents.Add(document);
        }

        draft.InferContentTypes(reader);
        draft.Judge(reader);
        draft.AskForIds(reader);
        return draft;
    }

    public void Refuse(ImportProblem problem) => problems.Add(problem);

    /// <summary>
    /// What the draft rests on: that ids and keys are free, the design, and where a new design was held against the stored documents all of these as they were; with what was asked to publish.
    /// </summary>
    public ReadSet Reads(long designSequence, ReadSet publishing) => new(
        publishing.Documents.With(
        [
            .. (stored ?? []).Select(document => KeyValuePair.Create(document.Id, document.Header.Sequence)),
            .. documents.Select(document => KeyValuePair.Create(document.Document.Id, 0L)),
            KeyValuePair.Create(SystemDocuments.Design, designSequence),
        ]),
        publishing.AbsentKeys.Union(documents.Select(document => document.Document.Header.Key)),
        stored is null ? publishing.Filters : publishing.Filters.Add(Filter.All));

    private IReadOnlyList<Document> Stored(IStoreReader reader) => stored ??= [.. reader.Find(Filter.All)];

    private void InferContentTypes(IStoreReader reader)
    {
        if (!DesignIsNew || Design.ContentTypes.Count > 0) return;
        (Design, Inferred) = ContentTypeInference.Infer(Design, [.. Stored(reader), .. documents.Select(document => document.Document)]);
    }

    private void Judge(IStoreReader reader)
    {
        foreach (var document in documents) problems.AddRange(document.Judge(Design));
        if (!DesignIsNew) return;
        foreach (var document in Stored(reader))
        {
            var name = Invariant($"document {document.Id} in the store");
            problems.AddRange(new ImportedDocument(name, document, false, ImmutableDictionary<string, JsonPlace>.Empty).Judge(Design));
        }
    }

    private void AskForIds(IStoreReader reader)
    {
        var ids = new Dictionary<long, string>();
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, document, _, _) in documents)
        {
            var idPlace = JsonPlace.Root.Member("id");
            if (!ids.TryAdd(document.Id, file)) Refuse(new ImportProblem(file, idPlace, Invariant($"id {document.Id} is that of {ids[document.Id]} too"), "give one of them another id"));
            else if (!keys.TryAdd(document.Header.Key, file)) Refuse(new ImportProblem(file, JsonPlace.Root.Member("key"), $"key '{document.Header.Key}' is that of {keys[document.Header.Key]} too", "give one of them another key"));
            else if (reader.Load(document.Id) is { } owner) Refuse(new ImportProblem(file, idPlace, Invariant($"id {document.Id} is taken by {Name(owner)}"), "an id is never given twice; import into another store"));
            else if (reader.FindKey(document.Header.Key) is { } other && reader.Load(other) is { } holder)
                Refuse(new ImportProblem(file, JsonPlace.Root.Member("key"), $"key '{document.Header.Key}' is taken by {Name(holder)}", "a key is never given twice; choose another"));
        }
    }

    private static string Name(Document document)
    {
        var title = document.Title.Length > 0 ? $" \"{document.Title.Shortened()}\"" : "";
        return Invariant($"{document.Header.ContentType} {document.Id}{title}{(document.Header.Deleted ? ", deleted" : "")}");
    }
}
