using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>
/// What a busy store does, at random: several writers whose transactions create, change, publish and delete several documents each, some under idempotency keys, and ticks.
/// Whatever the store acknowledges is said at once.
/// </summary>
/// <param name="acknowledged">Is told each promise the moment it is made, from several threads.</param>
public sealed class Workload(IStore store, TimeProvider clock, Action<Promise> acknowledged)
{
    /// <summary>How the names of backups end.</summary>
    public const string BackupEnding = ".backup";

    private const string Actor = "ann";

    private readonly RandomIds _ids = new();

    /// <summary>Gives a new store a design, so that it has an index of metadata to keep.</summary>
    public async Task PrepareAsync()
    {
        var built = Build((edit, _) => edit);
        if (DesignDocument.Set(Design(), IndexedDesign.Of(("n", "li-integer", true)), built.Instant) is { } design) await CommitAsync(built with { Documents = [design] });
    }

    /// <summary>Lets writers work at once, each a number of transactions.</summary>
    public Task RunAsync(int writers, int transactions, int seed) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(transactions, new Random((seed * 31) + writer)))));

    /// <summary>Carries out what is due.</summary>
    public async Task TickAsync()
    {
        await foreach (var ticked in new ScriptEngine(store, CommandTable.BuiltIn, clock, _ids).TickAsync())
        {
            if (ticked.Result is not Done { Position: { } position } done) continue;
            acknowledged(new TransactionPromise(done.Transaction, position, string.Join(' ', done.Documents.Select(each => FormattableString.Invariant($"{each.Changes.Id}@{each.Changes.After.Header.Sequence}")))));
        }
    }

    /// <summary>Makes a document, deletes it and purges it.</summary>
    public async Task PurgeAsync(Random random)
    {
        var id = await ReserveAsync(IdKind.Document, 1);
        await CommitAsync((edit, _) => edit.Create(id, title: Text(random)));
        await CommitAsync((edit, _) => edit.Delete(id));
        var purge = new Purge(id, _ids.Transaction(Now), Actor, Now);
        if (await store.Maintenance.PurgeAsync(purge) is not Committed committed) return;
        acknowledged(new TransactionPromise(purge.Transaction, committed.Position, FormattableString.Invariant($"{id}@3")));
        acknowledged(new PurgePromise(id));
    }

    /// <summary>Backs the store up into a folder, under a name of its own.</summary>
    public async Task BackupAsync(string folder)
    {
        var name = _ids.Component() + BackupEnding;
        long position;
        using (var reader = store.Read()) position = reader.Position;
        await store.Maintenance.BackupAsync(Path.Combine(folder, name));
        acknowledged(new BackupPromise(name, position));
    }

    private DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMillisecond));
        }
    }

    private async Task WriteAsync(int transactions, Random random)
    {
        for (var i = 0; i < transactions; i++)
        {
            await (random.Next(20) switch
            {
                < 5 => CreateAsync(random, 1 + random.Next(4), schedule: false),
                < 7 => CreateAsync(random, 1 + random.Next(2), schedule: true),
                < 13 => CommitAsync((edit, reader) => Change(edit, reader, random)),
                < 15 => PublishAsync(random),
                < 16 => CommitAsync((edit, reader) => Drop(edit, reader, random)),
                < 18 => CommitAsync((edit, reader) => Change(edit, reader, random).Under("key-" + _ids.Component(), "hash", FormattableString.Invariant($"[{random.Next()}]"))),
                < 19 => CommitAsync((edit, _) => edit.Under("nothing-" + _ids.Component(), "hash", "[]")),
                _ => TickAsync(),
            });
        }
    }

    private async Task CreateAsync(Random random, int count, bool schedule)
    {
        var first = await ReserveAsync(IdKind.Document, count);
        await CommitAsync((edit, _) =>
        {
            for (var id = first; id < first + count; id++)
            {
                edit.Create(id, title: Text(random), metadata: ("n", new IntegerValue(random.Next(5))));
                if (schedule) edit.Change(id, _ => new ScheduleSet(ScheduleKind.Publish, null, Now.AddMinutes(-random.Next(1, 9))));
            }

            return edit;
        });
    }

    private async Task PublishAsync(Random random)
    {
        var publication = await ReserveAsync(IdKind.Publication, 2);
        await CommitAsync((edit, reader) => Pick(reader, random, 2).Aggregate(edit, (so, id) => so.Publish(id, publication++)));
    }

    private TransactionBuilder Change(TransactionBuilder edit, IStoreReader reader, Random random)
    {
        foreach (var id in Pick(reader, random, 1 + random.Next(4)))
        {
            if (random.Next(2) == 0) edit.SetTitle(id, Text(random));
            if (random.Next(3) == 0) edit.Insert(id, _ids.Component(), Text(random));
            edit.SetMetadata(id, "n", new IntegerValue(random.Next(1000)));
        }

        return edit;
    }

    /// <summary>Deletes a document, or first takes it off where it is public.</summary>
    private static TransactionBuilder Drop(TransactionBuilder edit, IStoreReader reader, Random random) =>
        Pick(reader, random, 2).Aggregate(edit, (so, id) => so.Read(id)!.Header.Publication is null ? so.Delete(id) : so.Unpublish(id));

    /// <summary>Some documents that nobody has scheduled, mostly young ones.</summary>
    private static HashSet<long> Pick(IStoreReader reader, Random random, int count)
    {
        var last = reader.LastId(IdKind.Document);
        var found = new HashSet<long>();
        for (var tries = 4 * count; tries > 0 && found.Count < count; tries--)
        {
            var id = random.Next(3) == 0 ? random.NextInt64(1, last + 1) : Math.Max(1, last - random.Next(20));
            if (last > 0 && reader.Load(id) is { Header: { Deleted: false, Due: null } }) found.Add(id);
        }

        return found;
    }

    /// <summary>Mostly a line, now and then more than a few pages of a file hold.</summary>
    private static string Text(Random random) => new((char)('a' + random.Next(26)), random.Next(25) == 0 ? random.Next(10_000, 40_000) : random.Next(10, 400));

    private async Task<long> ReserveAsync(IdKind kind, int count)
    {
        var first = await store.ReserveIdsAsync(kind, count);
        acknowledged(new IdsPromise(kind, first, count));
        return first;
    }

    private Document? Design()
    {
        using var reader = store.Read();
        return reader.Load(SystemDocuments.Design);
    }

    private Transaction Build(Func<TransactionBuilder, IStoreReader, TransactionBuilder> edit)
    {
        using var reader = store.Read();
        return edit(new TransactionBuilder(reader, _ids.Transaction(Now), Now, Actor), reader).Build();
    }

    private Task CommitAsync(Func<TransactionBuilder, IStoreReader, TransactionBuilder> edit) => CommitAsync(Build(edit));

    /// <summary>Commits; when another writer came first, nothing was promised.</summary>
    private async Task CommitAsync(Transaction built)
    {
        var transaction = built with { Script = CommittedRows.Script(built) };
        if (await store.CommitAsync(transaction) is not Committed committed) return;
        if (!transaction.Documents.IsEmpty) acknowledged(new TransactionPromise(transaction.Id, committed.Position, CommittedRows.Of(transaction)));
        if (transaction.Key is { } key) acknowledged(new ResultPromise(Actor, key.Key, transaction.Id, key.Hash, transaction.Result));
    }
}
