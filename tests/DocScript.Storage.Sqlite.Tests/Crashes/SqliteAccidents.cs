using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

public sealed class SqliteAccidents : StoreAccidents
{
    protected override IStore Open(string path) => SqliteStore.Open(path);
}
