using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Files;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Restores backups that are LiteDB files.</summary>
internal sealed class LiteDbRestore(string backup, string path, LiteDbStoreOptions options)
    : Restore(backup, path, options.Disk, new Errors(path, options.BusyTimeout), new Errors(backup, options.BusyTimeout))
{
    protected override IReadOnlyList<string> Endings { get; } = [StoreFile.LogEnding, StoreFile.LockEnding, StoreFile.ScratchEnding];

    protected override int HeaderLength => LitePage.Size;

    protected override bool IsBackup(ReadOnlySpan<byte> header) => LitePage.IsLiteDb(header) && LitePage.IsKnown(header);

    protected override IStore Open(string copy, string named) => LiteDbStore.Open(new StoreFile(copy, options, named), options);

    protected override IDisposable Hold(string store)
    {
        try
        {
            // Nothing may be left in the log alone: the store must be as it was if the restore ends before the new one has its name.
            new StoreFile(store, options).Dispose();
        }
        catch (StoreException error) when (error.Problem is StoreProblem.Corrupt)
        {
            // What is given up need not be whole.
        }

        return DataFile.Take(store, options);
    }

    protected override bool IsHeld(IOException error) => Errors.IsHeld(error);
}
