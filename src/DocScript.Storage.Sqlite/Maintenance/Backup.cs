using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>Copies a store as it is at one moment, while others read and write.</summary>
internal static class Backup
{
    /// <exception cref="StoreException">The target exists or can't be made, or its disk is full; then there is none.</exception>
    public static void Write(StoreFile file, string target, CancellationToken cancellation)
    {
        var errors = new Errors(target, TimeSpan.Zero);
        BackupFile.Write(target, errors, file.Disk, partial =>
        {
            using var connection = file.Open(errors);
            using var vacuum = new Statement(connection, "VACUUM INTO ?1");
            connection.Interruptible(() => vacuum.Run(partial), cancellation);
        });
    }
}
