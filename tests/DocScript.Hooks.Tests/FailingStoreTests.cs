using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Hooks.Tests;

public sealed class FailingStoreTests
{
    [Fact]
    public async Task What_a_store_can_not_do_is_no_fault_of_the_command_that_asks()
    {
        using var world = new HookWorld(("make.csx", "[Command] void Make(Transaction transaction) { try { transaction.Create(\"article\"); } finally { transaction.Find(1); } }\n"));
        var engine = new ScriptEngine(new FullStore(world.Store), world.Table(), TimeProvider.System, new RandomIds());
        var problem = await Assert.ThrowsAsync<StoreException>(() => engine.RunAsync(new RunRequest { Source = new SourceText("test", "make"), Actor = "anna" }));
        Assert.Equal(StoreProblem.Full, problem.Problem);
    }

    private sealed class FullStore(IStore store) : IStore
    {
        public IStoreMaintenance Maintenance => store.Maintenance;

        public IStoreReader Read() => store.Read();

        public Task<CommitResult> CommitAsync(Transaction transaction, CancellationToken cancellation = default) => store.CommitAsync(transaction, cancellation);

        public Task<long> ReserveIdsAsync(IdKind kind, int count, CancellationToken cancellation = default) => throw new StoreException(StoreProblem.Full, "the disk is full", "make room");

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
