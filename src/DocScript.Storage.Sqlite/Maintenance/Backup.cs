using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>Copies a store as it is at one moment, while others read and write.</summary>
internal static class Backup
{
    /// <exception cref="StoreException">The target exists or can't be made, or its disk is full; then there is none.</exception>
    public static void Write(StoreFile file, string target, CancellationToken cancellation)
    {
        var errors = new Errors(target, TimeSpan.Zero);
        var partial = target + ".partial";
        try
        {
            if (Path.Exists(target)) throw errors.Exists();
            if (Path.GetDirectoryName(Path.GetFullPath(target)) is { } folder && !Directory.Exists(folder)) throw errors.NoFolder(folder);
            // What a backup left that was interrupted.
            System.IO.File.Delete(partial);
            Copy(file, partial, errors, cancellation);
            using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) copy.Flush(flushToDisk: true);
            System.IO.File.Move(partial, target);
            Folder.Flush(Path.GetDirectoryName(Path.GetFullPath(target))!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Path.Exists(target) ? errors.Exists() : errors.Unwritable(error);
        }
        finally
        {
            if (System.IO.File.Exists(partial)) System.IO.File.Delete(partial);
        }
    }

    private static void Copy(StoreFile file, string target, Errors errors, CancellationToken cancellation)
    {
        using var connection = file.Open(errors);
        using var vacuum = new Statement(connection, "VACUUM INTO ?1");
        connection.Interruptible(() => vacuum.Run(target), cancellation);
    }
}
