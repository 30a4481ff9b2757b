using DocScript.Engine.Storage;
using DocScript.Testing.Storage;

namespace DocScript.Storage.LiteDb.Tests;

public sealed class LiteDbStoreConformance : StoreConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docscript-");

    protected override Task<IStore> OpenAsync(string name, TimeProvider clock) =>
        Task.FromResult(LiteDbStore.Open(Path.Combine(_folder.FullName, name + ".litedb"), LiteDbStoreOptions.Default with { Clock = clock }));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
