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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SqliteStore OpenSqlite(string path, TimeProvider clock) =>
        SqliteStore.Open(path, SqliteStoreOptions.Default with { Clock = clock });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IStore OpenLiteDb(string path, TimeProvider clock) =>
        LiteDbStore.Open(path, LiteDbStoreOptions.Default with { Clock = clock });
}
