using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage.Model;

/// <summary>Takes the steps of a walk on a store and on the model at once; whatever is indexed, the store must find what the reference evaluation finds, in that order. A reader of before,
/// and an answer that was read half, must still be of their moment after later steps.</summary>
internal sealed class QueryWalk(IStore store, TestClock clock) : IDisposable
{
    private static readonly string[] Types = ["article", "page"];

    private readonly TransactionSource _transactions = new(clock);
    private StoreModel _model = StoreModel.Empty;
    private long _publication;
    private int _asked;
    private (IStoreReader Reader, StoreModel Model)? _before;
    private (IEnumerator<Document> Found, IEnumerable<long> Left)? _half;

    public async Task Take(QueryStep step)
    {
        clock.Advance(TimeSpan.FromHours(1));
        switch (step)
        {
            case EditsStep edits: await Commit(Edits(edits)); break;
            case MarkStep mark: await Mark(mark.Indexed); break;
            case AskStep ask: Ask(ask); break;
        }
    }

    public async Task Verify() => Assert.Empty(await store.Maintenance.VerifyAsync());

    public void Dispose()
    {
        _half?.Found.Dispose();
        _before?.Reader.Dispose();
    }

    private void Ask(AskStep ask)
    {
        ReadOn();
        using (var reader = store.Read()) Ask(ask, reader, _model);
        if (_before is not var (earlier, model)) return;
        Ask(ask, earlier, model);
        var found = earlier.Find(ask.Filter, ask.Order).GetEnumerator();
        var taken = Enumerable.Range(0, ask.Most).TakeWhile(_ => found.MoveNext()).Count();
        _half = (found, Expected(ask, model).Skip(taken));
    }

    private static void Ask(AskStep ask, IStoreReader reader, StoreModel model)
    {
        var expected = Expected(ask, model);
        Assert.Equal(expected, reader.Find(ask.Filter, ask.Order).Select(document => document.Id));
        Assert.Equal(expected.Take(ask.Most), reader.Find(ask.Filter, ask.Order).Take(ask.Most).Select(document => document.Id));
    }

    private static long[] Expected(AskStep ask, StoreModel model)
    {
        var found = model.Documents.Values.Where(ask.Filter.Matches);
        return [.. (ask.Order?.Sort(found) ?? found).Select(document => document.Id)];
    }

    /// <summary>Reads the rest of an answer; every few questions the reader of before is another.</summary>
    private void ReadOn()
    {
        if (_half is var (found, rest))
        {
            foreach (var id in rest)
            {
                Assert.True(found.MoveNext());
                Assert.Equal(id, found.Current.Id);
            }

            Assert.False(found.MoveNext());
        }

        if (_asked++ % 4 != 0) return;
        Dispose();
        (_half, _before) = (null, (store.Read(), _model));
    }

    private async Task Mark(string[] indexed)
    {
        var design = IndexedDesign.Of([.. QueryStep.Properties.Select(name => (name, name == "d" ? "li-datetime" : "li-text", indexed.Contains(name, StringComparer.Ordinal)))]);
        using var reader = new ModelReader(_model, _model.States.Count - 1);
        if (DesignDocument.Set(reader.Load(SystemDocuments.Design), design, clock.GetUtcNow()) is { } changes)
            await Commit(_transactions.On(reader).Build() with { Documents = [changes] });
    }

    private Transaction Edits(EditsStep step)
    {
        using var reader = new ModelReader(_model, _model.States.Count - 1);
        var builder = _transactions.On(reader);
        foreach (var edit in step.Edits) Add(builder, edit);
        return builder.Build();
    }

    private void Add(TransactionBuilder builder, FieldEdit edit)
    {
        long id = edit.Document;
        if (builder.Read(id) is null) builder.Create(id, id % 2 == 0 ? null : FormattableString.Invariant($"key-{id}"), Types[id % 2]);
        var header = builder.Read(id)!.Header;
        if (header.Deleted) return;
        switch (edit.What)
        {
            case "title": builder.SetTitle(id, ((TextValue)edit.Value).Text); break;
            case "publish": builder.Publish(id, ++_publication); break;
            case "delete" when header.Publication is null: builder.Delete(id); break;
            case "delete": break;
            case "schedule":
                builder.Change(id, now => new ScheduleSet(ScheduleKind.Publish, ScheduleSet.Of(now!.Header, ScheduleKind.Publish), new DateTimeOffset(2026, 5, edit.Document, 0, 0, 0, TimeSpan.Zero)));
                break;
            default: builder.SetMetadata(id, edit.What, edit.Value is NullValue ? null : edit.Value); break;
        }
    }

    private async Task Commit(Transaction transaction)
    {
        if (transaction.Documents.IsEmpty) return;
        _model = _model.Append(transaction, Assert.IsType<Committed>(await store.CommitAsync(transaction)).Position, clock.GetUtcNow());
    }
}
