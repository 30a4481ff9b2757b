using DocScript.Engine.Storage;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class SqliteStoreConformance : StoreConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docscript-");

    protected override Task<IStore> OpenAsync(string name, TimeProvider clock) =>
        Task.FromResult<IStore>(SqliteStore.Open(Path.Combine(_folder.FullName, name + ".db"), SqliteStoreOptions.Default with { Clock = clock }));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
