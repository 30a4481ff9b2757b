using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage;

/// <summary>
/// What every store must do. Derive a class for your store, say how it is opened, and run it with xunit; each test works on a store of its own.
/// </summary>
public abstract partial class StoreConformance : IAsyncLifetime
{
    private readonly List<IStore> _opened = [];

    /// <summary>A clock for the test and its stores.</summary>
    protected TestClock Clock { get; } = new();

    /// <summary>Numbers the transactions of this test.</summary>
    protected TransactionSource Transactions { get; }

    /// <summary>Starts a test.</summary>
    protected StoreConformance() => Transactions = new TransactionSource(Clock);

    /// <summary>Opens the store of a name; a new name is an empty store. Opened again after it was disposed it holds what it held.</summary>
    protected abstract Task<IStore> OpenAsync(string name, TimeProvider clock);

    /// <inheritdoc/>
    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        foreach (var store in _opened) await store.DisposeAsync();
    }

    /// <summary>Opens a store and sees to its end.</summary>
    protected async Task<IStore> Open(string name = "store")
    {
        var store = await OpenAsync(name, Clock);
        _opened.Add(store);
        return store;
    }

    /// <summary>Builds a transaction on the store's newest state.</summary>
    protected Transaction Build(IStore store, Action<TransactionBuilder> edit, string actor = "ann")
    {
        using var reader = store.Read();
        var builder = Transactions.On(reader, actor);
        edit(builder);
        return builder.Build();
    }

    /// <summary>Builds a transaction and commits it; it must stand.</summary>
    protected async Task<long> Commit(IStore store, Action<TransactionBuilder> edit) =>
        Assert.IsType<Committed>(await store.CommitAsync(Build(store, edit))).Position;

    /// <summary>Asks the store's newest state.</summary>
    protected static T Ask<T>(IStore store, Func<IStoreReader, T> ask)
    {
        using var reader = store.Read();
        return ask(reader);
    }

    /// <summary>The ids that a filter finds.</summary>
    protected static long[] Found(IStore store, Filter filter) => Ask(store, reader => reader.Find(filter).Select(document => document.Id).ToArray());

    /// <summary>A filter of one comparison of a metadata property.</summary>
    protected static Filter Where(string property, ComparisonOperator comparison, Value value) => new([new Comparison(new MetadataField(property), comparison, value)]);

    /// <summary>A filter of one comparison of a column.</summary>
    protected static Filter Where(Column column, ComparisonOperator comparison, Value value) => new([new Comparison(new ColumnField(column), comparison, value)]);

    /// <summary>A text value.</summary>
    protected static Value Text(string text) => new TextValue(text);

    /// <summary>An integer value.</summary>
    protected static Value Number(long number) => new IntegerValue(number);

    /// <summary>Whether two journals are the same, rows and changes included.</summary>
    protected static void AssertSame(IEnumerable<JournalEntry> expected, IEnumerable<JournalEntry> actual) => Assert.Equal(JournalForm.Of(expected), JournalForm.Of(actual));

    /// <summary>Documents in full, one a line.</summary>
    protected static string Plain(IEnumerable<Document> documents) => string.Join('\n', documents.Select(StoredForm.Of));
}
