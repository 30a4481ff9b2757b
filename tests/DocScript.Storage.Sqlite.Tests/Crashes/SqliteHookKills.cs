using DocScript.Engine.Storage;
using DocScript.Testing.Events;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

public sealed class SqliteHookKills : HookKills
{
    protected override bool IsShared => true;

    protected override IStore Open(string path) => SqliteKills.OpenPatiently(path);
}
