using DocScript.Documents;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage.Model;

/// <summary>Whether a reader answers every question as the model says.</summary>
internal static class ModelComparison
{
    public static void AssertSame(StoreModel model, IStoreReader reader, DateTimeOffset now)
    {
        Assert.Equal(model.Positions[^1], reader.Position);
        foreach (var (kind, last) in model.LastIds) Assert.Equal(last, reader.LastId(kind));
        AssertDocuments(model, reader);
        AssertJournal(model, reader);
        for (var id = 0L; id <= model.LastIds[IdKind.Publication] + 1; id++)
            Assert.Equal(Plain(model.Publications.GetValueOrDefault(id)), Plain(reader.Publication(id)));
        foreach (var (actor, key) in model.Results.Keys.Append(("eve", "k1")))
            Assert.Equal(model.Result(actor, key, now), reader.Result(actor, key));
    }

    private static void AssertDocuments(StoreModel model, IStoreReader reader)
    {
        foreach (var (id, document) in model.Documents)
        {
            Assert.Equal(StoredForm.Of(document), StoredForm.Of(reader.Load(id)!));
            Assert.Equal(id, reader.FindKey(document.Header.Key));
        }

        var unknown = model.Documents.Keys.LastOrDefault() + 1;
        Assert.Null(reader.Load(unknown));
        Assert.Null(reader.FindKey(FormattableString.Invariant($"{unknown}")));
        foreach (var filter in StoreModel.Filters)
            Assert.Equal(Plain(model.Documents.Values.Where(filter.Matches)), Plain(reader.Find(filter)));
    }

    private static void AssertJournal(StoreModel model, IStoreReader reader)
    {
        Assert.Equal(JournalForm.Of(model.Journal), JournalForm.Of(reader.Journal(0)));
        var middle = model.Positions[model.Positions.Count / 2];
        Assert.Equal(JournalForm.Of(model.Journal.Where(entry => entry.Position > middle)), JournalForm.Of(reader.Journal(middle)));
        foreach (var entry in model.Journal) Assert.Equal(JournalForm.Of([entry]), JournalForm.Of([reader.Transaction(entry.Transaction)!]));
        foreach (var id in model.Documents.Keys.Append(9999))
            Assert.Equal(JournalForm.Of(model.Journal.SelectMany(entry => entry.Rows).Where(row => row.Document == id)), JournalForm.Of(reader.History(id)));
    }

    private static string Plain(IEnumerable<Document> documents) => string.Join('\n', documents.Select(StoredForm.Of));

    private static string Plain(Publication? publication) => publication is null
        ? "none"
        : FormattableString.Invariant($"{publication.Id} {publication.Document} {publication.At.UtcTicks} {StoredForm.Of(publication.Content)}");
}
