using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.LiteDb.Tests.Crashes;

public sealed class LiteDbKills : StoreKills
{
    protected override IStore Open(string path) => LiteDbStore.Open(path);
}
