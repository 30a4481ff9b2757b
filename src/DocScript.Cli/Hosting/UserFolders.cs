using DocScript.Cli.Diagnostics;
using DocScript.Hooks.Diagnostics;

namespace DocScript.Cli.Hosting;

/// <summary>Where a user's own files are: <c>DOCSCRIPT_HOME</c>, else the folders that the system has for such files.</summary>
internal static class UserFolders
{
    private const string Own = "docscript";

    /// <summary>The folder of what the user decided, such as trust.</summary>
    /// <exception cref="CommandRefused">The environment names none.</exception>
    public static string Settings(CliHost host) =>
        Find(host, "", "XDG_CONFIG_HOME", ".config") ?? throw new CommandRefused(TrustCodes.TrustUnusable, "there is no home folder to keep or find trust in", "set HOME, or DOCSCRIPT_HOME to a folder of your own");

    /// <summary>The folder of what can be made again, or null where the environment names none.</summary>
    public static string? Cache(CliHost host) => Find(host, "cache", "XDG_CACHE_HOME", ".cache");

    private static string? Find(CliHost host, string below, string variable, string hidden)
    {
        if (host.Variable("DOCSCRIPT_HOME") is { } own) return Path.Combine(host.FullPath(own), below);
        // The standard has paths that are not absolute ignored.
        if (host.Variable(variable) is { } standard && Path.IsPathFullyQualified(standard)) return Path.Combine(standard, Own);
        return (host.Variable("HOME") ?? host.Variable("USERPROFILE")) is { } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, hidden, Own) : null;
    }
}
