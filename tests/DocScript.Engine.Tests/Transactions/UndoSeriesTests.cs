using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Engine.Tests.Transactions;

public sealed class UndoSeriesTests
{
    private readonly MemoryStore _store = new();
    private readonly ScriptEngine _engine;

    public UndoSeriesTests() => _engine = new ScriptEngine(_store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());

    [Fact]
    public async Task A_series_of_transactions_is_undone_from_the_last_to_the_first()
    {
        var transactions = new[]
        {
            await Run("create article title \"A\" { insert paragraph as intro with {text: \"one\"}; publish }"),
            await Run("set intro.text = \"two\"; publish", 1),
            await Run("insert heading before intro; set meta section = \"news\"; unpublish", 1),
            await Run("remove intro", 1),
            await Run("delete", 1),
        };
        foreach (var transaction in transactions.Reverse())
            Assert.IsType<Done>(await _engine.UndoAsync(transaction, "anna"));
        using var reader = _store.Read();
        Assert.True(reader.Load(1)!.Header.Deleted);
    }

    [Fact]
    public async Task A_created_document_that_was_deleted_since_is_not_deleted_again()
    {
        var created = await Run("create article title \"A\"");
        await Run("delete", 1);
        var refused = Assert.IsType<InConflict>(await _engine.UndoAsync(created, "anna"));
        Assert.Equal("document 1 was deleted since it was created", refused.Diagnostics[0].Message);
    }

    [Fact]
    public async Task Nothing_of_a_purged_document_is_undone_not_even_beside_others()
    {
        var both = await Run("create article title \"A\"; create article title \"B\"");
        var deleted = await Run("delete", 1);
        var purge = new Purge(1, new RandomIds().Transaction(TimeProvider.System.GetUtcNow()), "pat", TimeProvider.System.GetUtcNow());
        Assert.IsType<Committed>(await _store.Maintenance.PurgeAsync(purge));
        foreach (var transaction in new[] { both, deleted, purge.Transaction })
        {
            var refused = Assert.IsType<InConflict>(await _engine.UndoAsync(transaction, "anna"));
            Assert.Equal("document 1 was purged: what it held is gone for good", Assert.Single(refused.Diagnostics).Message);
        }
    }

    private async Task<Guid> Run(string script, long? document = null)
    {
        var request = new RunRequest { Source = new SourceText("test", script), Actor = "anna", Document = document is { } id ? new IntegerValue(id) : null };
        return Assert.IsType<Done>(await _engine.RunAsync(request)).Transaction;
    }
}
