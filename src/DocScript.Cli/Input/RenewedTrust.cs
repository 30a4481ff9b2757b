using System.Collections.Immutable;
using DocScript.Cli.Hosting;
using DocScript.Hooks.Capabilities;
using DocScript.Hooks.Trust;

namespace DocScript.Cli.Input;

/// <summary>The trust in a folder into which this program itself writes files: it stays where nothing but they changed.</summary>
internal sealed class RenewedTrust
{
    private readonly TrustFile _file;
    private readonly string _path;
    private readonly ImmutableArray<Capability> _capabilities;

    private RenewedTrust(TrustFile file, string path, ImmutableArray<Capability> capabilities) => (_file, _path, _capabilities) = (file, path, capabilities);

    /// <summary>Asks before the files are written; null where the folder holds files that are not trusted.</summary>
    public static RenewedTrust? Of(CliHost host, string path)
    {
        var file = new TrustFile(UserFolders.Settings(host));
        if (!Directory.Exists(path)) return new(file, path, []);
        if (file.Read() is not { Problem: null } read || CommandFolder.Read(path).Folder is not { } folder) return null;
        if (read.Trusted.Of(folder) is FolderTrust.Given given) return new(file, path, given.Capabilities);
        return folder.Files.IsEmpty ? new(file, path, []) : null;
    }

    /// <summary>Trusts the folder as it is now, with what it was allowed; answers whether that could be done.</summary>
    public bool Renew() => CommandFolder.Read(_path).Folder is { } folder && _file.Change(list => list.With(TrustedFolder.Of(folder, _capabilities))) is null;
}
