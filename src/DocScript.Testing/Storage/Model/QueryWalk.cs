using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage.Model;

/// <summary>Takes the steps of a walk on a store and on the model at once; whatever is indexed, the store must find what the reference evaluation finds, in that order.</summary>
internal sealed class QueryWalk(IStore store, TestClock clock)
{
    private static readonly string[] Types = ["article", "page"];

    private readonly TransactionSource _transactions = new(clock);
    private StoreModel _model = StoreModel.Empty;
    private long _publication;

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

    private void Ask(AskStep ask)
    {
        var found = _model.Documents.Values.Where(ask.Filter.Matches);
        long[] expected = [.. (ask.Order?.Sort(found) ?? found).Select(document => document.Id)];
        using var reader = store.Read();
        Assert.Equal(expected, reader.Find(ask.Filter, ask.Order).Select(document => document.Id));
        Assert.Equal(expected.Take(ask.Most), reader.Find(ask.Filter, ask.Order).Take(ask.Most).Select(document => document.Id));
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
