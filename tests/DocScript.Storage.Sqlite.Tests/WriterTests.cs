using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Writing;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class WriterTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_waits_when_the_store_is_closed_is_committed()
    {
        var store = SqliteStore.Open(_folder.Path);
        var waiting = Enumerable.Range(1, 64).Select(id => Task.Run(() => _folder.Commit(store, edit => edit.Create(id)))).ToArray();
        await waiting[0];
        await store.DisposeAsync();
        var committed = 0;
        foreach (var task in waiting)
        {
            try
            {
                if (await task is Committed) committed++;
            }
            catch (Exception refused) when (refused is ObjectDisposedException or StoreException)
            {
                // It came after the store was closed.
            }
        }

        await using var again = SqliteStore.Open(_folder.Path);
        using var reader = again.Read();
        Assert.Equal(committed, reader.Journal(0).Count());
    }

    [Fact]
    public async Task A_closed_store_answers_nothing_more()
    {
        var store = SqliteStore.Open(_folder.Path);
        await store.DisposeAsync();
        await store.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => store.Read());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReserveIdsAsync(IdKind.Document, 1));
    }

    [Fact]
    public async Task A_reader_outlives_its_store()
    {
        await _folder.Make(edit => edit.Create(1));
        var store = SqliteStore.Open(_folder.Path);
        using var reader = store.Read();
        await store.DisposeAsync();
        Assert.NotNull(reader.Load(1));
    }

    [Fact]
    public async Task A_closed_store_leaves_one_file()
    {
        await _folder.Make(edit => edit.Create(1));
        Assert.Equal("store.db", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.In(".")))));
    }

    [Fact]
    public async Task Work_that_fails_fails_alone()
    {
        var writer = Writer();
        await Assert.ThrowsAsync<InvalidDataException>(() => Enqueue(writer, new Broken(onAnswer: false)));
        Assert.Equal(1, await writer.Enqueue(new ReserveWork(IdKind.Document, 1, default)));
        await writer.EndAsync();
    }

    [Fact]
    public async Task A_writer_that_died_answers_errors_and_never_hangs()
    {
        var writer = Writer();
        var dying = await Assert.ThrowsAsync<StoreException>(() => Enqueue(writer, new Broken(onAnswer: true)));
        Assert.Equal(StoreProblem.Unavailable, dying.Problem);
        Assert.IsType<InvalidDataException>(dying.InnerException);
        Assert.Throws<StoreException>(() => { _ = writer.Enqueue(new ReserveWork(IdKind.Document, 1, default)); });
        await writer.EndAsync();
    }

    private static Task Enqueue(Writer writer, Broken work)
    {
        writer.Enqueue(work);
        return work.Task;
    }

    private Writer Writer()
    {
        var file = new StoreFile(_folder.Path, SqliteStoreOptions.Default);
        var connections = new ConnectionPool(file, file.OpenFirst(MetadataIndex.Make));
        return new Writer(new SqliteWriter(connections, new DocumentCache(1), TimeProvider.System), file.Errors);
    }

    private sealed class Broken(bool onAnswer) : Work(default)
    {
        private readonly TaskCompletionSource<int> _completion = new();

        public Task<int> Task => _completion.Task;

        public override void Do(IWriteTarget target)
        {
            if (!onAnswer) throw new InvalidDataException();
        }

        public override void Answer() => throw new InvalidDataException();

        public override void Fail(Exception error) => _completion.TrySetException(error);

        protected override void Cancel(CancellationToken token) => _completion.TrySetCanceled(token);
    }
}
