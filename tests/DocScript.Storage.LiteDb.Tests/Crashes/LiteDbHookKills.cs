using DocScript.Engine.Storage;
using DocScript.Testing.Events;

namespace DocScript.Storage.LiteDb.Tests.Crashes;

public sealed class LiteDbHookKills : HookKills
{
    protected override IStore Open(string path) => LiteDbStore.Open(path);
}
