namespace DocScript.Testing.Storage.Crashes;

/// <summary>One thing that happened to a disk, or was promised while it did.</summary>
internal abstract record DiskEvent;

/// <summary>A name in the folder leads to a file from now on.</summary>
internal sealed record Linked(string Name, int File) : DiskEvent;

/// <summary>A name is gone.</summary>
internal sealed record Unlinked(string Name) : DiskEvent;

/// <summary>A file has another name, in place of the one that had it.</summary>
internal sealed record Renamed(string From, string To) : DiskEvent;

/// <summary>Bytes were written.</summary>
internal sealed record Wrote(int File, long Offset, byte[] Bytes) : DiskEvent;

/// <summary>A file was made shorter or longer.</summary>
internal sealed record Resized(int File, long Length) : DiskEvent;

/// <summary>All that happened to a file before an event of the log is on the disk.</summary>
internal sealed record Synced(int File, int Before) : DiskEvent;

/// <summary>All that happened to the names of the folder before an event of the log is on the disk.</summary>
internal sealed record FolderSynced(int Before) : DiskEvent;

/// <summary>The store acknowledged something.</summary>
internal sealed record Promised(Promise Promise) : DiskEvent;
