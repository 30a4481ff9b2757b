using DocScript.Engine.Storage;

namespace DocScript.Storage.LiteDb;

/// <summary>Stands for the store in one LiteDB file in a build without LiteDB.</summary>
public static class LiteDbStore
{
    /// <summary>Whether this build has LiteDB stores. A constant, so that nobody loads this assembly to ask.</summary>
    public const bool IsAvailable = false;

    /// <summary>Refuses to open a store.</summary>
    /// <exception cref="StoreException">Unsupported, always: it says how to build what has them.</exception>
    public static IStore Open(string path, LiteDbStoreOptions? options = null) => throw Unsupported(path);

    /// <summary>Refuses to restore one.</summary>
    /// <exception cref="StoreException">Unsupported, always.</exception>
    public static Task RestoreAsync(string backup, string path, bool replace, Func<IStore, Task> accept, LiteDbStoreOptions? options = null, CancellationToken cancellation = default) => throw Unsupported(path);

    private static StoreException Unsupported(string path) => new(
        StoreProblem.Unsupported,
        $"this build has no LiteDB stores, so '{path}' can't be opened",
        "build with 'FullFeed=true' (dotnet build -p:FullFeed=true) where the package feed has LiteDB, or use sqlite:docscript.db");
}
