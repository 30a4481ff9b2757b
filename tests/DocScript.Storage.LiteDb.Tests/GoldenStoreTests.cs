using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using DocScript.Testing.Storage;
using LiteDB;
using LiteDB.Engine;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>Stores of every format ever written, as the rows of their collections.</summary>
public sealed class GoldenStoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public static TheoryData<long> Formats => [.. Enumerable.Range(1, (int)Schema.Format).Select(format => (long)format)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_store_of_every_format_opens_and_holds_what_it_held(long format)
    {
        Make(format);
        await using (var store = Open(_folder.Path)) await GoldenStore.AssertHoldsAsync(store, GoldenStore.Read(format, "txt"));
        _folder.Change(engine => Assert.Equal(Schema.Format, StoreFolder.Rows(engine, Schema.Store).Single()["format"].AsInt64));
    }

    [Fact]
    public async Task What_is_written_now_is_what_is_kept_of_the_newest_format()
    {
        Make(Schema.Format);
        var copy = new StoreFolder();
        await using (var from = Open(_folder.Path))
        await using (var to = Open(copy.Path)) Assert.True((await StoreCopy.RunAsync(from, to, default)).IsSame);
        copy.Change(engine => Assert.Equal(GoldenStore.Read(Schema.Format, "rows"), RowsText.Of(engine)));
        copy.Dispose();
    }

    private static IStore Open(string path) => LiteDbStore.Open(path, LiteDbStoreOptions.Default with { Clock = new TestClock() });

    private void Make(long format)
    {
        using var engine = new LiteEngine(new EngineSettings { Filename = _folder.Path, Collation = Collation.Binary });
        RowsText.Load(GoldenStore.Read(format, "rows"), engine);
        engine.Checkpoint();
    }
}
