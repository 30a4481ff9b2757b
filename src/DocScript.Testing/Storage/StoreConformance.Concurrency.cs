using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    private const int Writers = 16;
    private const int Shared = 10;

    [Fact]
    public async Task Sixteen_writers_that_read_three_and_write_two_documents_are_serializable()
    {
        var store = await Open();
        await Commit(store, edit => Enumerable.Range(1, Shared).Aggregate(edit, (so, id) => so.Create(id, metadata: ("n", Number(0)))));
        var start = Ask(store, reader => reader.Position);
        var ended = new TaskCompletionSource();
        var following = Task.Run(() => Follow(store, start, ended.Task));
        var committed = (await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Work(store, writer))))).SelectMany(each => each).ToHashSet();
        ended.SetResult();

        var journal = Ask(store, reader => reader.Journal(start).ToArray());
        AssertSame(journal, await following);
        Assert.True(committed.SetEquals(journal.Select(entry => entry.Transaction)));
        Assert.True(journal.Zip(journal.Skip(1)).All(pair => pair.First.Position < pair.Second.Position));
        AssertSerial(journal);
        AssertReplays(store);
    }

    [Fact]
    public async Task Replaying_the_journal_gives_what_is_stored()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, title: "a").Create(2).Create(-1, "system"));
        for (var i = 0; i < 60; i++)
        {
            var text = FormattableString.Invariant($"{i} {new string('y', 200)}");
            await Commit(store, edit => edit.SetTitle(1 + (i % 2), text).Insert(1, FormattableString.Invariant($"doc-{i}"), text));
        }

        await Commit(store, edit => edit.Publish(1, 1).Delete(2));
        AssertReplays(store);
        AssertReplays(await Reopen(store));
    }

    /// <summary>Twelve transactions that set two documents to one more than the sum of three; each says what it read. Conflicts are tried again.</summary>
    private async Task<List<Guid>> Work(IStore store, int writer)
    {
        var random = new Random(writer);
        var committed = new List<Guid>();
        while (committed.Count < 12)
        {
            long[] read = [.. Enumerable.Range(1, Shared).OrderBy(_ => random.Next()).Take(3).Select(id => (long)id)];
            using var reader = store.Read();
            var edit = Transactions.On(reader);
            var values = read.Select(id => ((IntegerValue)edit.Read(id)!.Metadata.Find("n")!).Integer).ToArray();
            var next = Number((values.Sum() + 1) % 1_000_003);
            edit.SetMetadata(read[0], "n", next).SetMetadata(read[1], "n", next);
            var transaction = edit.Saying(string.Join(' ', read.Zip(values).Select(pair => FormattableString.Invariant($"{pair.First}={pair.Second}")))).Build();
            if (await store.CommitAsync(transaction) is Committed) committed.Add(transaction.Id);
        }

        return committed;
    }

    /// <summary>Follows the journal until told that nothing more comes, and then to its end.</summary>
    private static List<JournalEntry> Follow(IStore store, long after, Task ended)
    {
        var seen = new List<JournalEntry>();
        while (true)
        {
            var last = ended.IsCompleted;
            using var reader = store.Read();
            seen.AddRange(reader.Journal(seen.Count == 0 ? after : seen[^1].Position));
            if (last) return seen;
        }
    }

    /// <summary>Runs the journal as one after the other: each transaction must have read what the one before it left.</summary>
    private static void AssertSerial(IEnumerable<JournalEntry> journal)
    {
        var state = Enumerable.Range(1, Shared).ToDictionary(id => (long)id, _ => 0L);
        foreach (var entry in journal)
        {
            foreach (var read in entry.Script.Split(' '))
            {
                var pair = read.Split('=').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
                Assert.Equal(state[pair[0]], pair[1]);
            }

            foreach (var row in entry.Rows)
                state[row.Document] = ((IntegerValue)((MetadataSet)row.Changes.Single()).Value!).Integer;
        }
    }

    /// <summary>From nothing, the journal leads to every stored document, and each row to its header.</summary>
    private static void AssertReplays(IStore store)
    {
        using var reader = store.Read();
        var documents = new Dictionary<long, Document>();
        foreach (var entry in reader.Journal(0))
        {
            foreach (var row in entry.Rows)
            {
                var after = Document.Commit(documents.GetValueOrDefault(row.Document), row.Changes, entry.Instant);
                Assert.Equal(after.Header, row.Header);
                documents[row.Document] = after;
            }
        }

        Assert.NotEmpty(documents);
        foreach (var (id, document) in documents)
        {
            Assert.Equal(StoredForm.Of(document), StoredForm.Of(reader.Load(id)!));
            Assert.Equal(document.Header.Sequence, reader.History(id).Count());
        }
    }
}
