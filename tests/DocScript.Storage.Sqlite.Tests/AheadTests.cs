using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>What is worked on ahead comes as if it were not.</summary>
public sealed class AheadTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(1000)]
    public void Every_result_comes_once_and_in_order(int count) =>
        Assert.Equal(Enumerable.Range(0, count).Select(item => -item), Ahead.Select<int, int>(Enumerable.Range(0, count), () => item => -item));

    [Fact]
    public void What_fails_does_so_in_its_turn()
    {
        using var results = Ahead.Select<int, int>(Enumerable.Range(0, 1000), () => item => item is 300 or 301 ? throw new InvalidOperationException($"item {item}") : item).GetEnumerator();
        for (var item = 0; item < 300; item++)
        {
            Assert.True(results.MoveNext());
            Assert.Equal(item, results.Current);
        }

        Assert.Equal("item 300", Assert.Throws<InvalidOperationException>(() => results.MoveNext()).Message);
    }

    [Fact]
    public void Items_are_taken_on_the_thread_that_asks_for_results()
    {
        var here = Environment.CurrentManagedThreadId;
        Assert.Equal(500, Ahead.Select<int, int>(Items(), () => item => item).Count());

        IEnumerable<int> Items()
        {
            for (var item = 0; item < 500; item++)
            {
                Assert.Equal(here, Environment.CurrentManagedThreadId);
                yield return item;
            }
        }
    }

    [Fact]
    public async Task A_damaged_document_far_into_a_query_is_found_damaged_in_its_turn()
    {
        await using (var store = SqliteStore.Open(_folder.Path))
            Assert.IsType<Committed>(await _folder.Commit(store, edit =>
            {
                for (var id = 1; id <= 700; id++) edit.Create(id, title: $"Title {id}");
            }));
        _folder.Run("UPDATE journal SET hash = zeroblob(32) WHERE document IN (600, 601)");

        await using var damaged = SqliteStore.Open(_folder.Path);
        using var reader = damaged.Read();
        var read = new List<Document>();
        var error = Assert.Throws<StoreException>(() =>
        {
            foreach (var document in reader.Find(Filter.All)) read.Add(document);
        });
        Assert.Contains("document 600 at", error.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 599).Select(id => $"Title {id}"), read.Select(document => document.Title));
    }
}
