using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>
/// A store's file that nobody else has open, held until another file has taken its name. Who waits for it meanwhile has the old file open: that is marked as replaced
/// once it has lost its name, so that nothing is ever written to it again.
/// </summary>
internal sealed class HeldStore : IDisposable
{
    private readonly Connection _connection;

    private HeldStore(Connection connection) => _connection = connection;

    /// <summary>Holds a store, with its log moved into the file; or answers null for a file so damaged that SQLite can't lock it.</summary>
    /// <exception cref="StoreException">Locked: somebody has it open.</exception>
    public static HeldStore? Take(string path, Errors errors, TimeSpan patience)
    {
        var connection = new Connection(path, errors, patience);
        try
        {
            // Leaving the write-ahead log wants the file for oneself: every connection to it holds a lock as long as it is open.
            connection.Run("PRAGMA locking_mode = EXCLUSIVE");
            connection.Run("PRAGMA journal_mode = DELETE");
            // In memory, so that no journal is left beside the new file whatever happens.
            connection.Run(FormattableString.Invariant($"PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA application_id = {Schema.Replaced};"));
            return new HeldStore(connection);
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

    /// <summary>Marks the file, which has no name any more.</summary>
    public void Retire()
    {
        if (!OperatingSystem.IsWindows()) _connection.Run("COMMIT");
    }

    /// <summary>Lets go; a file that was not retired is as it was.</summary>
    public void Dispose() => _connection.Dispose();
}
