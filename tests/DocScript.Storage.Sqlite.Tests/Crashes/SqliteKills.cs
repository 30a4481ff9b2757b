using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;

namespace DocScript.Storage.Sqlite.Tests.Crashes;

public sealed class SqliteKills : StoreKills
{
    protected override bool IsShared => true;

    /// <summary>As the killed processes open it too: two that share a file wait for each other however busy the machine is.</summary>
    public static IStore OpenPatiently(string path) => SqliteStore.Open(path, SqliteStoreOptions.Default with { BusyTimeout = TimeSpan.FromMinutes(5) });

    protected override IStore Open(string path) => OpenPatiently(path);
}
