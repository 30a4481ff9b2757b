using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.LiteDb.Tests.Crashes;

public sealed class LiteDbAccidents : StoreAccidents
{
    protected override IStore Open(string path) => LiteDbStore.Open(path, StoreFolder.Impatient);
}
