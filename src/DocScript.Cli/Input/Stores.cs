using System.Runtime.CompilerServices;
using DocScript.Cli.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb;
using DocScript.Storage.Sqlite;

namespace DocScript.Cli.Input;

/// <summary>Opens stores, each kind in a method of its own, so that a command loads no engine that it does not use.</summary>
internal static class Stores
{
    /// <summary>Opens the store, or makes it where there is none.</summary>
    public static IStore OpenOrMake(StoreLocation location, TimeProvider clock) => location.Scheme switch
    {
        "memory" => new MemoryStore(clock),
        "sqlite" => OpenSqlite(location.Path, clock),
        _ => OpenLiteDb(location.Path, clock),
    };

    /// <summary>Opens the store, or answers null where there is none; makes none.</summary>
    public static IStore? OpenExisting(StoreLocation location, TimeProvider clock) =>
        location.Scheme is "memory" || location.Exists || !location.HasFolder || (location.Scheme is "litedb" && !LiteDbStore.IsAvailable)
            ? OpenOrMake(location, clock)
            : null;

    /// <summary>Opens the store, which must exist.</summary>
    public static IStore Require(StoreLocation location, TimeProvider clock) => OpenExisting(location, clock) ?? throw new CommandRefused(
        CliCodes.NoStore,
        $"there is no store at '{location.Path}'",
        "run or import something first, or name another store with --store or DOCSCRIPT_STORE");

    /// <summary>Puts a backup of the store's kind in its place; what <paramref name="accept"/> throws when it looks at the backup ends that.</summary>
    public static Task RestoreAsync(StoreLocation location, string backup, bool replace, TimeProvider clock, Func<IStore, Task> accept, CancellationToken cancellation) => location.Scheme switch
    {
        "sqlite" => RestoreSqliteAsync(location.Path, backup, replace, clock, accept, cancellation),
        _ => RestoreLiteDbAsync(location.Path, backup, replace, clock, accept, cancellation),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task RestoreSqliteAsync(string path, string backup, bool replace, TimeProvider clock, Func<IStore, Task> accept, CancellationToken cancellation) =>
        SqliteStore.RestoreAsync(backup, path, replace, accept, SqliteStoreOptions.Default with { Clock = clock }, cancellation);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task RestoreLiteDbAsync(string path, string backup, bool replace, TimeProvider clock, Func<IStore, Task> accept, CancellationToken cancellation) =>
        LiteDbStore.RestoreAsync(backup, path, replace, accept, LiteDbStoreOptions.Default with { Clock = clock }, cancellation);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SqliteStore OpenSqlite(string path, TimeProvider clock) =>
        SqliteStore.Open(path, SqliteStoreOptions.Default with { Clock = clock });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IStore OpenLiteDb(string path, TimeProvider clock) =>
        LiteDbStore.Open(path, LiteDbStoreOptions.Default with { Clock = clock });
}
