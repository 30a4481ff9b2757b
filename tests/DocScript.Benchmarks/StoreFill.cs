using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;

namespace DocScript.Benchmarks;

/// <summary>Fills stores with articles, a thousand a transaction.</summary>
internal static class StoreFill
{
    private const int InTransaction = 1000;

    private const string Sentence = "The ferry to the island leaves at seven and comes back at nine, as it did before the harbour was rebuilt. ";

    /// <summary>Gives an empty store documents with the ids 1 to <paramref name="count"/>.</summary>
    public static async Task FillAsync(IStore store, int count, Func<long, Document> make)
    {
        var ids = new RandomIds();
        for (long first = 1; first <= count; first += InTransaction)
        {
            var instant = TimeProvider.System.GetUtcNow();
            var made = new List<DocumentChanges>(InTransaction);
            for (var id = first; id < first + InTransaction && id <= count; id++)
            {
                var created = new Created(make(id));
                made.Add(new DocumentChanges(0, [created], Document.Commit(null, [created], instant)));
            }

            using var reader = store.Read();
            var result = await store.CommitAsync(new Transaction
            {
                Id = ids.Transaction(instant),
                Actor = "benchmark",
                Instant = instant,
                Script = "# filled",
                ReadAt = reader.Position,
                Reads = ReadSet.Empty,
                Documents = [.. made],
            });
            if (result is not Committed) throw new InvalidOperationException($"not committed: {result}");
        }
    }

    /// <summary>An article of so many paragraphs <c>p1</c>, <c>p2</c>, …, each of so many sentences of about 100 characters.</summary>
    public static Document Article(long id, int paragraphs, int sentences)
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, sentences));
        return new Document(
            new Header { Id = id, Key = id.ToString(CultureInfo.InvariantCulture), ContentType = "article" },
            string.Create(CultureInfo.InvariantCulture, $"The timetable of the year, part {id}"),
            ObjectValue.Of([Entry("author", "Signe Holm"), Entry("description", "What changes at the harbour.")]),
            ComponentTree.Of(Enumerable.Range(1, paragraphs).Select(number => Paragraph(number, text))));
    }

    private static Subtree Paragraph(int number, string text) => new(
        string.Create(CultureInfo.InvariantCulture, $"p{number}"),
        "paragraph",
        false,
        ObjectValue.Of([Entry("text", string.Create(CultureInfo.InvariantCulture, $"{text}{number}"))]),
        ObjectValue.Empty,
        ObjectValue.Empty,
        ObjectValue.Empty,
        []);

    private static KeyValuePair<string, Value> Entry(string key, string text) => KeyValuePair.Create<string, Value>(key, new TextValue(text));
}
