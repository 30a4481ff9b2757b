namespace DocScript.Storage.LiteDb;

/// <summary>How a store is opened.</summary>
/// <param name="BusyTimeout">How long opening waits for another process that holds the file.</param>
/// <param name="CachedDocuments">How many hot documents stay in memory.</param>
public sealed record LiteDbStoreOptions(TimeSpan BusyTimeout, int CachedDocuments)
{
    /// <summary>10 seconds, 1,000 documents.</summary>
    public static LiteDbStoreOptions Default { get; } = new(TimeSpan.FromSeconds(10), 1000);

    /// <summary>By which kept results grow old.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#if FULL_FEED

    /// <summary>The disk, so that tests can put their own between.</summary>
    internal DocScript.Engine.Storage.Durable.Disk Disk { get; init; } = DocScript.Engine.Storage.Durable.Disk.Own;
#endif
}
