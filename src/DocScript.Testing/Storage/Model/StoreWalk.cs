using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage.Model;

/// <summary>Takes the steps of a walk on a store and on the model at once; after each the store must answer as the model says.</summary>
internal sealed class StoreWalk(IStore store, TestClock clock, Func<IStore, Task<IStore>> reopen)
{
    private static readonly string[] Types = ["article", "page"];

    private readonly TransactionSource _transactions = new(clock);
    private IStore _store = store;
    private StoreModel _model = StoreModel.Empty;
    private long _publication;

    public async Task Take(StoreStep step)
    {
        switch (step)
        {
            case CommitStep commit: await Commit(commit); break;
            case ReserveStep reserve: await Reserve(reserve); break;
            case DesignStep design: await Design(design.Indexed); break;
            case PurgeStep purge: await Purge(purge.Document); break;
            case CompactStep: await Compact(); break;
            case WaitStep wait: clock.Advance(TimeSpan.FromDays(wait.Days)); break;
            default: _store = await reopen(_store); break;
        }

        using var reader = _store.Read();
        ModelComparison.AssertSame(_model, reader, clock.GetUtcNow());
    }

    private async Task Reserve(ReserveStep step)
    {
        var kind = step.Publications ? IdKind.Publication : IdKind.Document;
        var first = await _store.ReserveIdsAsync(kind, step.Count);
        Assert.Equal(_model.LastIds[kind] + 1, first);
        _model = _model.Use(kind, first + step.Count - 1);
    }

    private async Task Purge(int document)
    {
        var tombstones = _model.Documents.Values.Where(each => each.Header is { Deleted: true, Purged: false, IsPublic: true }).Select(each => each.Id).ToList();
        var id = tombstones.Count > 0 ? tombstones[document % tombstones.Count] : document;
        var purge = new Purge(id, _transactions.NextId(), "pat", clock.GetUtcNow());
        var answer = await _store.Maintenance.PurgeAsync(purge);
        if (tombstones.Count > 0) _model = _model.Purge(purge, Assert.IsType<Committed>(answer).Position, clock.GetUtcNow());
        else Assert.IsType<Conflict>(answer);
    }

    private async Task Compact()
    {
        await _store.Maintenance.CompactAsync();
        Assert.Empty(await _store.Maintenance.VerifyAsync());
    }

    private async Task Design(bool indexed)
    {
        var design = IndexedDesign.Of(("n", "li-integer", indexed));
        var now = clock.GetUtcNow();
        if (DesignDocument.Set(_model.Documents.GetValueOrDefault(SystemDocuments.Design), design, now) is not { } changes) return;
        using var reader = new ModelReader(_model, _model.States.Count - 1);
        var transaction = _transactions.On(reader).Build() with { Documents = [changes] };
        _model = _model.Append(transaction, Assert.IsType<Committed>(await _store.CommitAsync(transaction)).Position, now);
    }

    private async Task Commit(CommitStep step)
    {
        var now = clock.GetUtcNow();
        var state = Math.Max(0, _model.States.Count - 1 - step.Stale);
        var transaction = Build(step, state);
        var kept = transaction.Key is { } key ? _model.Result(transaction.Actor, key.Key, now) : null;
        var answer = await _store.CommitAsync(transaction);
        if (kept is not null)
        {
            Assert.Equal(kept.Hash == transaction.Key!.Hash ? new AlreadyCommitted(kept) : new KeyReused(kept), answer);
        }
        else if (_model.Conflicts(transaction, state))
        {
            Assert.IsType<Conflict>(answer);
        }
        else
        {
            var position = Assert.IsType<Committed>(answer).Position;
            if (transaction.Documents.IsEmpty) Assert.Equal(_model.Positions[^1], position);
            else Assert.True(position > _model.Positions[^1], "positions go up");
            _model = _model.Append(transaction, position, now);
        }
    }

    private Transaction Build(CommitStep step, int state)
    {
        using var reader = new ModelReader(_model, state);
        var builder = _transactions.On(reader, step.Key?.Actor ?? "ann");
        foreach (var id in step.Reads) builder.Read(id);
        if (step.Filter >= 0) builder.Query(StoreModel.Filters[step.Filter]);
        if (step.AbsentKey >= 0) builder.ReadKey(Key(step.AbsentKey));
        var ids = _model.States[state].Keys.ToList();
        foreach (var edit in step.Edits) Add(builder, edit, ids);
        if (step.Key is { } use) builder.Under(use.Key, use.Hash, FormattableString.Invariant($"[{_model.Journal.Count}]"));
        return builder.Build();
    }

    private void Add(TransactionBuilder builder, Edit edit, List<long> ids)
    {
        if (edit.Kind == EditKind.Create)
        {
            // Every fourth is a system document or a working copy, and some take an id that is used by now.
            var id = (edit.Document % 8) switch
            {
                3 => -2 - edit.Value,
                7 when ids.LastOrDefault() > 0 => Checkout.Of(ids[^1], edit.Value, "ann", default).WorkingCopy,
                _ => Math.Max(0, ids.LastOrDefault()) + 1 + (edit.Document % 3),
            };
            if (id == 0 || ids.Contains(id)) return;
            builder.Create(id, edit.Value % 2 == 0 ? null : Key(edit.Value), Types[edit.Document % 2], Title(edit.Value));
            ids.Add(id);
            ids.Sort();
            return;
        }

        if (ids.Count == 0) return;
        var document = ids[edit.Document % ids.Count];
        var header = builder.Read(document)!.Header;
        if (header.Purged || header.Deleted != (edit.Kind == EditKind.Restore)) return;
        switch (edit.Kind)
        {
            case EditKind.Title: builder.SetTitle(document, Title(edit.Value)); break;
            case EditKind.Metadata: builder.SetMetadata(document, "n", edit.Value == 0 ? null : new IntegerValue(edit.Value)); break;
            case EditKind.Insert: builder.Insert(document, string.Create(CultureInfo.InvariantCulture, $"doc-{_transactions.NextId()}"), new string('x', edit.Value * 500)); break;
            case EditKind.Restore: builder.Restore(document); break;
            case EditKind.Delete when header.Publication is null: builder.Delete(document); break;
            case EditKind.Publish: builder.Publish(document, _publication = Math.Max(_publication, _model.LastIds[IdKind.Publication]) + 1); break;
            case EditKind.Schedule:
                var kind = edit.Value % 2 == 0 ? ScheduleKind.Publish : ScheduleKind.Unpublish;
                builder.Change(document, now => new ScheduleSet(kind, ScheduleSet.Of(now!.Header, kind), edit.Value < 4 ? new DateTimeOffset(2026, 5, 2 + edit.Value, 0, 0, 0, TimeSpan.Zero) : null));
                break;
            case EditKind.Unpublish when header.Publication is not null: builder.Unpublish(document); break;
        }
    }

    private static string Key(int value) => FormattableString.Invariant($"key-{value}");

    private static string Title(int value) => FormattableString.Invariant($"title {value}");
}
