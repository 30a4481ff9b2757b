using DocScript.Documents;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Model;

/// <summary>A reader of a state that the model remembers, so that transactions can be built on the past.</summary>
internal sealed class ModelReader(StoreModel model, int state) : IStoreReader
{
    public long Position => model.Positions[state];

    public Document? Load(long id) => model.States[state].GetValueOrDefault(id);

    public long? FindKey(string key) => model.States[state].Values.FirstOrDefault(document => document.Header.Key == key)?.Id;

    public IEnumerable<Document> Find(Filter filter, Ordering? order)
    {
        var found = model.States[state].Values.Where(filter.Matches);
        return order is null ? found : order.Sort(found);
    }

    public long LastId(IdKind kind) => throw new NotSupportedException();

    public IEnumerable<JournalRow> History(long document) => throw new NotSupportedException();

    public Publication? Publication(long publication) => throw new NotSupportedException();

    public JournalEntry? Transaction(Guid id) => throw new NotSupportedException();

    public KeptResult? Result(string actor, string key) => throw new NotSupportedException();

    public IEnumerable<StoredResult> Results() => throw new NotSupportedException();

    public IEnumerable<JournalEntry> Journal(long after) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
