using DocScript.Engine.Storage;

namespace DocScript.Storage.LiteDb;

/// <summary>Stands for the store in one LiteDB file in a build without LiteDB.</summary>
public static class LiteDbStore
{
    /// <summary>Whether this build has LiteDB stores. A constant, so that nobody loads this assembly to ask.</summary>
    public const bool IsAvailable = false;

    /// <summary>Refuses to open a store.</summary>
    /// <exception cref="StoreException">Unsupported, always: it says how to build what has them.</exception>
    public static IStore Open(string path, LiteDbStoreOptions? options = null) => throw new StoreException(
        StoreProblem.Unsupported,
        $"this build has no LiteDB stores, so '{path}' can't be opened",
        "build with 'FullFeed=true' (dotnet build -p:FullFeed=true) where the package feed has LiteDB, or use sqlite:docscript.db");
}
