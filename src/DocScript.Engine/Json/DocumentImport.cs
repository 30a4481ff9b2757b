using System.Collections.Immutable;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Events;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;
using DocScript.Language.Diagnostics;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>
/// Brings documents under their own ids, and their design, into a store: all as one transaction, or nothing. Hooks before its events may refuse it, and edit nothing: what comes
/// in is what the files say. Hooks after them are run.
/// </summary>
public sealed class DocumentImport(IStore store, ICommandSource commands, TimeProvider clock, IIdSource ids)
{
    private const int Reruns = 5;

    private readonly AfterHooks _after = new(store, new CommitLoop(store, clock), new DesignCache(), clock, ids);

    /// <summary>Imports. What is wrong with the files is answered, file by file; what is wrong with the store is a <see cref="StoreException"/>.</summary>
    public Task<ImportResult> RunAsync(ImportSource source, ImportOptions options, CancellationToken cancellation = default) => RunAsync(source, options, isPlan: false, cancellation);

    /// <summary>Answers what an import would do, without a commit; of hooks only those before its events are asked.</summary>
    public Task<ImportResult> PlanAsync(ImportSource source, ImportOptions options, CancellationToken cancellation = default) => RunAsync(source, options, isPlan: true, cancellation);

    private async Task<ImportResult> RunAsync(ImportSource source, ImportOptions options, bool isPlan, CancellationToken cancellation)
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
            if (publish > 0) publications ??= isPlan ? reader.LastId(IdKind.Publication) + 1 : await store.ReserveIdsAsync(IdKind.Publication, publish, cancellation).ConfigureAwait(false);
            var (table, problems) = draft.Documents.Count == 0 ? new(CommandTable.BuiltIn, []) : commands.Select(ScriptNeeds.Of(Raised(publish)), store);
            if (!problems.IsEmpty) return new ImportStopped(Refusals.Of(problems));
            var (transaction, told, refusal) = Transaction(source, options, draft, reader, table, publications ?? 0, cancellation);
            if (draft.IsRefused) return new ImportRefused([.. draft.Problems]);
            if (transaction is null) return new ImportStopped(refusal!);
            if (transaction.Documents.IsEmpty) return new NothingToImport();

            var imported = new Imported(
                transaction.Id,
                null,
                [.. draft.Documents.Select(document => document.Document.Id)],
                publish,
                transaction.Documents.Any(document => document.Id == SystemDocuments.Design),
                [.. draft.Inferred],
                [.. draft.Problems])
            { Told = told };
            if (isPlan) return imported;
            await _after.PrepareAsync(table, cancellation).ConfigureAwait(false);
            switch (await store.CommitAsync(transaction, cancellation).ConfigureAwait(false))
            {
                case Committed committed:
                    return imported with { Position = committed.Position, Told = [.. told, .. await _after.DrainAsync(table, cancellation).ConfigureAwait(false)] };
                case Conflict conflict when run == Reruns:
                    return new ImportInConflict(conflict.Moved);
            }
        }
    }

    private static DocumentEvents Raised(int published) => DocumentEvents.Create | DocumentEvents.Change | (published > 0 ? DocumentEvents.Publish : DocumentEvents.None);

    // Not a transaction, and why, where a hook refuses it.
    private (Transaction? Transaction, ImmutableArray<Diagnostic> Told, RunResult? Refusal) Transaction(
        ImportSource source, ImportOptions options, ImportDraft draft, IStoreReader reader, CommandTable table, long publication, CancellationToken cancellation)
    {
        var instant = Instants.Now(clock);
        var id = ids.Transaction(instant);
        var stored = reader.Load(SystemDocuments.Design);
        var documents = ImmutableArray.CreateBuilder<DocumentChanges>(draft.Documents.Count + 1);
        if (draft.DesignIsNew && DesignDocument.Set(stored, draft.Design, instant) is { } design) documents.Add(design);
        var published = new List<ImportedDocument>();
        var workspace = Workspace.OfGivenChanges(reader, draft.Design, ids, options.Actor);
        var state = new RunState(workspace, options.Actor, instant, Limits.Default, canForce: false) { Functions = table.Functions };
        var hooks = BeforeHooks.Attach(table, state, id, clock, mayEdit: false, cancellation);
        try
        {
            foreach (var imported in draft.Documents.OrderBy(imported => imported.Document.Id))
            {
                Make(imported.Document.Id, new Created(imported.Document));
                if (!options.Publish && !imported.IsPublished) continue;
                Make(imported.Document.Id, new Published(publication++, null, false));
                published.Add(imported);
            }

            hooks?.RaiseChanges();
        }
        catch (ScriptFault fault)
        {
            return (null, [], Refusals.Of(fault));
        }

        // Once all are there and public: they may refer to each other.
        foreach (var imported in published)
            foreach (var violation in Rules.Publishable(draft.Design, imported.Document, workspace))
                draft.Refuse(imported.ProblemOf(violation));
        documents.AddRange(workspace.Changed(instant).Select(document => document.Changes));

        var count = draft.Documents.Count;
        var transaction = new Transaction
        {
            Id = id,
            Actor = options.Actor,
            Instant = instant,
            Script = Invariant($"# import of {source.Name}: {Counted.Of(count, "document")}"),
            ReadAt = reader.Position,
            Reads = draft.Reads(stored?.Header.Sequence ?? 0, workspace.Reads),
            Documents = documents.ToImmutable(),
        };
        return (transaction, [.. hooks?.Ignored ?? []], null);

        void Make(long document, Change change)
        {
            hooks?.Raise(change, document, isMade: false);
            workspace.Apply(document, change);
            hooks?.Raise(change, document, isMade: true);
        }
    }
}
