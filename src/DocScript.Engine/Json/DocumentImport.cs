using System.Collections.Immutable;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>Brings documents under their own ids, and their design, into a store: all as one transaction, or nothing.</summary>
public sealed class DocumentImport(IStore store, TimeProvider clock, IIdSource ids)
{
    private const int Reruns = 5;

    /// <summary>Imports. What is wrong with the files is answered, file by file; what is wrong with the store is a <see cref="StoreException"/>.</summary>
    public async Task<ImportResult> RunAsync(ImportSource source, ImportOptions options, CancellationToken cancellation = default)
    {
        using var files = ParsedFiles.Of(source);
        if (files.Problems.Any(problem => !problem.IsWarning)) return new ImportRefused([.. files.Problems]);

        long? publications = null;
        for (var run = 0; ; run++)
        {
            using var reader = store.Read();
            var draft = ImportDraft.Of(reader, files, cancellation);
            if (draft.IsRefused) return new ImportRefused([.. draft.Problems]);

            var publish = draft.Documents.Count(document => options.Publish || document.IsPublished);
            if (publish > 0) publications ??= await store.ReserveIdsAsync(IdKind.Publication, publish, cancellation).ConfigureAwait(false);
            var transaction = Transaction(source, options, draft, reader, publications ?? 0);
            if (draft.IsRefused) return new ImportRefused([.. draft.Problems]);
            if (transaction.Documents.IsEmpty) return new NothingToImport();

            switch (await store.CommitAsync(transaction, cancellation).ConfigureAwait(false))
            {
                case Committed committed:
                    return new Imported(
                        transaction.Id,
                        committed.Position,
                        [.. draft.Documents.Select(document => document.Document.Id)],
                        publish,
                        transaction.Documents.Any(document => document.Id == SystemDocuments.Design),
                        [.. draft.Inferred],
                        [.. draft.Problems]);
                case Conflict conflict when run == Reruns:
                    return new ImportInConflict(conflict.Moved);
            }
        }
    }

    private Transaction Transaction(ImportSource source, ImportOptions options, ImportDraft draft, IStoreReader reader, long publication)
    {
        var instant = Instants.Now(clock);
        var stored = reader.Load(SystemDocuments.Design);
        var documents = ImmutableArray.CreateBuilder<DocumentChanges>(draft.Documents.Count + 1);
        if (draft.DesignIsNew && DesignDocument.Set(stored, draft.Design, instant) is { } design) documents.Add(design);
        var published = new List<ImportedDocument>();
        var workspace = Workspace.OfGivenChanges(reader, draft.Design, ids, options.Actor);
        foreach (var imported in draft.Documents.OrderBy(imported => imported.Document.Id))
        {
            workspace.Apply(imported.Document.Id, new Created(imported.Document));
            if (!options.Publish && !imported.IsPublished) continue;
            workspace.Apply(imported.Document.Id, new Published(publication++, null, false));
            published.Add(imported);
        }

        // Once all are there and public: they may refer to each other.
        foreach (var imported in published)
            foreach (var violation in Rules.Publishable(draft.Design, imported.Document, workspace))
                draft.Refuse(imported.ProblemOf(violation));
        documents.AddRange(workspace.Changed(instant).Select(document => document.Changes));

        var count = draft.Documents.Count;
        return new Transaction
        {
            Id = ids.Transaction(instant),
            Actor = options.Actor,
            Instant = instant,
            Script = Invariant($"# import of {source.Name}: {Counted.Of(count, "document")}"),
            ReadAt = reader.Position,
            Reads = draft.Reads(stored?.Header.Sequence ?? 0, workspace.Reads),
            Documents = documents.ToImmutable(),
        };
    }
}
