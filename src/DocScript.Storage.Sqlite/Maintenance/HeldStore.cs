using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>A store's file that nobody else has open, held until another file has taken its name. Who waits for it meanwhile finds it gone.</summary>
internal static class HeldStore
{
    /// <summary>Holds a store until the connection is disposed, with its log moved into the file; or answers null for a file so damaged that SQLite can't lock it.</summary>
    /// <exception cref="StoreException">Locked: somebody has it open.</exception>
    public static Connection? Take(StoreFile file)
    {
        var connection = file.Open(file.Errors);
        try
        {
            // Leaving the write-ahead log wants the file for oneself: every connection to it holds a lock as long as it is open.
            connection.Run("PRAGMA locking_mode = EXCLUSIVE");
            connection.Run("PRAGMA journal_mode = DELETE");
            connection.Run("BEGIN EXCLUSIVE");
            return connection;
        }
        catch (StoreException error) when (error.Problem is StoreProblem.Corrupt)
        {
            connection.Dispose();
            return null;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
