using DocScript.Engine.Storage;

namespace DocScript.Storage.LiteDb.Tests;

public sealed class AbsentTests
{
    [Fact]
    public void A_build_without_LiteDB_says_how_to_build_one_with_it()
    {
        Assert.False(LiteDbStore.IsAvailable);
        var error = Assert.Throws<StoreException>(() => LiteDbStore.Open("docscript.litedb"));
        Assert.Equal(StoreProblem.Unsupported, error.Problem);
        Assert.Contains("FullFeed=true", error.Help, StringComparison.Ordinal);
    }

    [Fact(Skip = "needs LiteDB: build with FullFeed=true")]
    public void The_store_over_LiteDB_does_what_every_store_must()
    {
    }
}
