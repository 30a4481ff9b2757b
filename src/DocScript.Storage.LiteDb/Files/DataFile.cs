using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>A store's data file, whose exclusive opening is the store's lock.</summary>
internal static class DataFile
{
    /// <summary>Opens it for this process alone, or makes it; waits for who has it.</summary>
    /// <param name="named">What messages call it; the path when null.</param>
    /// <exception cref="Engine.Storage.StoreException">Locked, or it can't be opened.</exception>
    public static IFile Take(string path, LiteDbStoreOptions options, string? named = null)
    {
        IFile? file = null;
        Exception? reason = null;
        var errors = new Errors(named ?? path, options.BusyTimeout);
        var exists = File.Exists(path);
        if (new Patience(options.BusyTimeout).Try(TryOpen)) return file!;
        throw errors.IsLocked(new Holder(path + StoreFile.LockEnding).Read(), reason!);

        bool TryOpen()
        {
            try
            {
                file = options.Disk.Open(path);
                return true;
            }
            catch (Exception error) when (Errors.IsHeld(error))
            {
                reason = error;
                return false;
            }
            catch (UnauthorizedAccessException error) when (exists)
            {
                throw errors.ReadOnly(error);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw errors.Unwritten(error.Message, error);
            }
        }
    }
}
