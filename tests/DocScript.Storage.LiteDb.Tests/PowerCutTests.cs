using DocScript.Engine.Storage;
using DocScript.Testing.Storage;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>Whenever the power goes, every transaction that was acknowledged is there, none in part, and the store goes on.</summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Points = 500;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_any_of_500_moments_all_that_was_acknowledged_is_there_and_nothing_in_part()
    {
        var disk = new RecordedDisk();
        var rows = await Work(disk);
        var random = new Random(20261125);
        var requests = disk.Requests;
        for (var point = 0; point < Points; point++)
        {
            var count = random.Next(requests.Count + 1);
            var left = RecordedDisk.With(PowerCut.After(requests, count, random));
            var acknowledged = requests.Take(count).Where(each => each.Kind == RecordedDisk.Kind.Note).Select(each => Guid.Parse(each.Path)).ToHashSet();
            await using var store = LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Files = left });
            using (var reader = store.Read())
            {
                var found = reader.Journal(0).ToDictionary(entry => entry.Transaction, entry => entry.Rows.Length);
                Assert.True(acknowledged.IsSubsetOf(found.Keys), FormattableString.Invariant($"point {point}: after {count} requests {acknowledged.Except(found.Keys).Count()} acknowledged transactions are missing"));
                Assert.All(found, each => Assert.Equal(rows[each.Key], each.Value));
            }

            if (point % 10 == 0) Assert.Empty(await store.Maintenance.VerifyAsync());
            Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(1000 + point)));
        }
    }

    /// <summary>Everything that writes: groups, closing and opening, a purge, a compaction, a transaction that is taken back. Answers how many rows each transaction has.</summary>
    private async Task<Dictionary<Guid, int>> Work(RecordedDisk disk)
    {
        var rows = new Dictionary<Guid, int>();
        for (var round = 0; round < 3; round++)
        {
            await using var store = LiteDbStore.Open(_folder.Path, StoreFolder.Impatient with { Files = disk });
            var first = (round * 100) + 1;
            await Commit(edit =>
            {
                for (var i = 0; i < 8; i++) edit.Create(first + i, title: new string('x', 2000 * i));
            });
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Commit(edit => edit.SetTitle(first + i, "other").Insert(first + i, FormattableString.Invariant($"doc-{round}{i}"), "text")))));
            await Commit(edit => edit.Delete(first));
            await Purge(first);
            for (var i = 1; i < 5; i++) await Commit(edit => edit.SetTitle(first + i, new string('y', 9000)).SetTitle(first + i + 1, ""));
            if (round == 1) await store.Maintenance.CompactAsync();
            await Commit(edit => edit.SetTitle(first + 1, "last"));

            async Task Commit(Action<TransactionBuilder> edit)
            {
                Transaction transaction;
                using (var reader = store.Read())
                {
                    var builder = _folder.Transactions.On(reader);
                    edit(builder);
                    transaction = builder.Build();
                }

                lock (rows) rows.Add(transaction.Id, transaction.Documents.Length);
                Assert.IsType<Committed>(await store.CommitAsync(transaction));
                disk.Note(transaction.Id.ToString());
            }

            async Task Purge(long document)
            {
                var purge = new Purge(document, _folder.Transactions.NextId(), "pat", _folder.Transactions.Clock.GetUtcNow());
                rows.Add(purge.Transaction, 1);
                Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(purge));
                disk.Note(purge.Transaction.ToString());
            }
        }

        return rows;
    }
}
