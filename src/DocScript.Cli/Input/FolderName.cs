using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;

namespace DocScript.Cli.Input;

/// <summary>Folders as named on the command line.</summary>
internal static class FolderName
{
    /// <summary>The absolute path of a folder, which must be there.</summary>
    /// <exception cref="CommandRefused">There is none, or it is a file.</exception>
    public static string Find(CliHost host, string given)
    {
        var path = Path.TrimEndingDirectorySeparator(host.FullPath(given));
        if (Directory.Exists(path)) return path;
        throw File.Exists(path)
            ? new CommandRefused(CliCodes.NotFolder, $"'{given}' is a file, not a folder", "name the folder it is in")
            : new CommandRefused(CliCodes.NoSuchInput, $"there is no folder '{given}'", TextInput.Elsewhere(host, given));
    }
}
