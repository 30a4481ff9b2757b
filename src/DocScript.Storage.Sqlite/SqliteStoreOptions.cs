using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite;

/// <summary>How a store is opened.</summary>
/// <param name="BusyTimeout">How long opening, reading and committing wait for another process.</param>
/// <param name="CachedDocuments">How many hot documents stay in memory.</param>
public sealed record SqliteStoreOptions(TimeSpan BusyTimeout, int CachedDocuments)
{
    /// <summary>10 seconds, 1,000 documents.</summary>
    public static SqliteStoreOptions Default { get; } = new(TimeSpan.FromSeconds(10), 1000);

    /// <summary>By which kept results grow old.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The most pages the file may have, so that tests can fill a disk.</summary>
    internal int? MaxPages { get; init; }

    /// <summary>What is done to whole files; tests record it.</summary>
    internal Disk Disk { get; init; } = Disk.Own;

    /// <summary>The name of SQLite's access to files; tests record what it does there.</summary>
    internal string FileAccess { get; init; } = Vfs.Name;
}
