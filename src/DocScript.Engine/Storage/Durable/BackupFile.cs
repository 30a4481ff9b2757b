namespace DocScript.Engine.Storage.Durable;

/// <summary>A backup's file: it appears whole or not at all, and never over another.</summary>
internal static class BackupFile
{
    /// <summary>Lets a copy be made beside the target, flushes it and gives it the target's name.</summary>
    /// <param name="errors">Of the target.</param>
    /// <param name="disk">Where it lies.</param>
    /// <exception cref="StoreException">The target exists or can't be made, or its disk is full; then there is none.</exception>
    public static void Write(string target, FileErrors errors, Disk disk, Action<string> copy)
    {
        var partial = target + ".partial";
        try
        {
            if (Path.Exists(target)) throw errors.Exists();
            if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && !Directory.Exists(folder)) throw errors.NoFolder(folder);
            // What a backup left that was interrupted.
            disk.Delete(partial);
            copy(partial);
            disk.Sync(partial);
            disk.Rename(partial, target);
            disk.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(target))!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Path.Exists(target) ? errors.Exists() : errors.Unwritable(error);
        }
        finally
        {
            if (File.Exists(partial)) disk.Delete(partial);
        }
    }
}
