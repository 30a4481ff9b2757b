using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Engine.Tests.Transactions;

/// <summary>Transactions of one engine that want the same documents.</summary>
public sealed class TurnTests
{
    private readonly HeldStore _store = new();
    private readonly ScriptEngine _engine;

    public TurnTests() => _engine = new ScriptEngine(_store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());

    [Fact]
    public async Task Who_wants_a_document_that_is_being_committed_waits_and_runs_again()
    {
        await CreateAsync(1);
        var held = _store.Hold();
        var first = RunAsync("use 1\nset meta section = \"first\"");
        var second = RunAsync("use 1\nset meta section = \"${meta.section ?? \"none\"}, second\"");
        Assert.Equal(1, held.Asked);

        held.LetGo();
        Assert.Equal(0, Assert.IsType<Done>(await first).Reruns);
        Assert.Equal(1, Assert.IsType<Done>(await second).Reruns);
        Assert.Equal(0, _store.Conflicts);
        Assert.Equal("first, second", Section(1));
    }

    [Fact]
    public async Task Other_documents_do_not_wait()
    {
        await CreateAsync(2);
        var held = _store.Hold();
        Task<RunResult>[] both = [RunAsync("use 1\nset meta section = \"a\""), RunAsync("use 2\nset meta section = \"b\"")];
        Assert.Equal(2, held.Asked);
        held.LetGo();
        Assert.All(await Task.WhenAll(both), result => Assert.Equal(0, Assert.IsType<Done>(result).Reruns));
    }

    [Fact]
    public async Task Who_gives_up_waiting_lets_the_next_one_in()
    {
        await CreateAsync(1);
        using var cancellation = new CancellationTokenSource();
        var held = _store.Hold();
        var first = RunAsync("use 1\nset meta section = \"first\"", CancellationToken.None);
        var second = RunAsync("use 1\nset meta section = \"second\"", cancellation.Token);
        var third = RunAsync("use 1\nset meta section = \"third\"", CancellationToken.None);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        held.LetGo();
        Assert.IsType<Done>(await first);
        Assert.IsType<Done>(await third);
        Assert.Equal("third", Section(1));
    }

    [Fact]
    public async Task A_script_that_fails_when_its_turn_comes_lets_the_next_one_in()
    {
        await CreateAsync(1);
        var held = _store.Hold();
        var first = RunAsync("use 1\nset meta section = \"first\"");
        var second = RunAsync("use 1\nrequire meta.section == null else \"taken\"\nset meta section = \"second\"");
        held.LetGo();
        Assert.IsType<Done>(await first);
        Assert.IsType<InConflict>(await second);
        Assert.IsType<Done>(await RunAsync("use 1\nset meta section = \"third\""));
    }

    [Fact]
    public async Task Scripts_that_want_the_same_documents_the_other_way_round_all_end()
    {
        await CreateAsync(2);
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => RunAsync(number % 2 == 0
            ? "use 1\nset meta section = \"a\"\nuse 2\nset meta section = \"a\""
            : "use 2\nset meta section = \"b\"\nuse 1\nset meta section = \"b\""))));
        Assert.All(results, result => Assert.InRange(Assert.IsType<Done>(result).Reruns, 0, 1));
    }

    [Fact]
    public async Task Who_only_reads_what_others_write_gets_a_turn_after_the_first_conflict()
    {
        await CreateAsync(2);
        var copying = Enumerable.Range(0, 20).Select(_ => Task.Run(() => RunAsync("use 1\nlet seen = meta.section\nuse 2\nset meta section = seen ?? \"none\"")));
        var writing = Enumerable.Range(0, 200).Select(number => Task.Run(() => RunAsync($"use 1\nset meta section = \"{number}\"")));
        var results = await Task.WhenAll(copying.Concat(writing));
        Assert.All(results, result => Assert.InRange(Assert.IsType<Done>(result).Reruns, 0, 2));
    }

    private async Task CreateAsync(int documents)
    {
        for (var number = 0; number < documents; number++) Assert.IsType<Done>(await RunAsync("create article title \"A\""));
    }

    private Task<RunResult> RunAsync(string script, CancellationToken cancellation = default) =>
        _engine.RunAsync(new RunRequest { Source = new SourceText("test", script), Actor = "anna" }, cancellation);

    private string? Section(long id)
    {
        using var reader = _store.Read();
        return (reader.Load(id)!.Metadata.Find("section") as Documents.Values.TextValue)?.Text;
    }

    /// <summary>A store in memory whose commits can be held back.</summary>
    private sealed class HeldStore : IStore
    {
        private readonly MemoryStore _store = new();
        private Held? _held;
        private int _conflicts;

        public int Conflicts => _conflicts;

        public IStoreMaintenance Maintenance => _store.Maintenance;

        public Held Hold() => _held = new();

        public IStoreReader Read() => _store.Read();

        public async Task<CommitResult> CommitAsync(Transaction transaction, CancellationToken cancellation = default)
        {
            if (_held is { } held) await held.AskAsync();
            var result = await _store.CommitAsync(transaction, cancellation);
            if (result is Conflict) Interlocked.Increment(ref _conflicts);
            return result;
        }

        public Task<long> ReserveIdsAsync(IdKind kind, int count, CancellationToken cancellation = default) => _store.ReserveIdsAsync(kind, count, cancellation);

        public ValueTask DisposeAsync() => _store.DisposeAsync();
    }

    private sealed class Held
    {
        private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked { get; private set; }

        public Task AskAsync()
        {
            Asked++;
            return _letGo.Task;
        }

        public void LetGo() => _letGo.SetResult();
    }
}
