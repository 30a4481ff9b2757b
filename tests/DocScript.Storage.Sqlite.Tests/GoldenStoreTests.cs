using DocScript.Storage.Sqlite.File;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>Stores of every format ever written, each made by the build that wrote it, as SQL.</summary>
public sealed class GoldenStoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public static TheoryData<long> Formats => [.. Enumerable.Range(1, (int)Schema.Format).Select(format => (long)format)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_store_of_every_format_opens_and_holds_what_it_held(long format)
    {
        _folder.Run(GoldenStore.Read(format, "sql"));
        Assert.Equal(format, _folder.Number("PRAGMA user_version"));
        await using (var store = SqliteStore.Open(_folder.Path, SqliteStoreOptions.Default with { Clock = new TestClock() }))
            await GoldenStore.AssertHoldsAsync(store, GoldenStore.Read(format, "txt"));
        Assert.Equal(Schema.Format, _folder.Number("PRAGMA user_version"));
    }

    [Fact]
    public void There_is_a_step_from_each_format_to_the_next() => Assert.Equal(Schema.Format, Schema.Steps.Length + 1);
}
