using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Language.Diagnostics;
using DocScript.Storage.LiteDb;

namespace DocScript.Cli.Input;

/// <summary>Where a store is: <c>sqlite:path</c> or a path ending in <c>.db</c>, <c>litedb:path</c> or a path ending in <c>.litedb</c>, or <c>memory:</c>.</summary>
/// <param name="Scheme">The kind of store.</param>
/// <param name="Path">The absolute path; empty in memory.</param>
/// <param name="Given">As the user wrote it.</param>
internal sealed record StoreLocation(string Scheme, string Path, string Given)
{
    private const string Variable = "DOCSCRIPT_STORE";
    private static readonly string[] Schemes = ["sqlite", "memory", "litedb"];
    private static readonly string[] DefaultFiles = ["docscript.db", "docscript.litedb"];

    /// <summary>The file of the store that is meant where none is named: a LiteDB store where this build has those.</summary>
    public static string DefaultFile => DefaultFiles[LiteDbStore.IsAvailable ? 1 : 0];

    /// <summary>Whether there is a store to read.</summary>
    public bool Exists => System.IO.File.Exists(Path) || Directory.Exists(Path);

    /// <summary>Whether there could be one: where the folder is missing, opening says so.</summary>
    public bool HasFolder => Directory.Exists(System.IO.Path.GetDirectoryName(Path));

    /// <summary>The store of the option, else of <c>DOCSCRIPT_STORE</c>, else the default file; where only the other kind's default file exists, that.</summary>
    public static StoreLocation Of(string? option, CliHost host)
    {
        if ((option ?? host.Variable(Variable)) is { } given) return Parse(given, host);
        var there = DefaultFiles.Where(file => System.IO.File.Exists(host.FullPath(file))).ToArray();
        return Parse(there is [var only] ? only : DefaultFile, host);
    }

    /// <summary>The bytes of its file and of the log beside it.</summary>
    public long Size => Files.Take(2).Select(file => new FileInfo(file)).Sum(file => file.Exists ? file.Length : 0);

    /// <summary>A store in a file, as an option gave it.</summary>
    /// <exception cref="CommandRefused">It is one in memory.</exception>
    public static StoreLocation File(string? given, CliHost host, string option) => Of(given, host) is { Scheme: not "memory" } location
        ? location
        : throw new CommandRefused(CliCodes.BadArguments, "a store in memory is empty at the start of a command and gone at its end", $"name a file with {option}");

    /// <summary>Makes an empty file for a store to be; of several who try at once only one does.</summary>
    /// <returns>Whether it was made; where not, opening it says why.</returns>
    public bool TryMake()
    {
        try
        {
            new FileStream(Path, FileMode.CreateNew).Dispose();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Removes the file of a store that was made in vain, and its log.</summary>
    public void Delete()
    {
        foreach (var file in Files) System.IO.File.Delete(file);
    }

    /// <summary>Its file, the log beside it, and what else the engine keeps there while it is open.</summary>
    private IEnumerable<string> Files =>
        Scheme is "litedb" ? [Path, Path + "-log", Path + "-lock"] : [Path, Path + "-wal", Path + "-shm"];

    private static StoreLocation Parse(string given, CliHost host)
    {
        var colon = given.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon > 1 ? given[..colon] : "";
        var rest = colon > 1 ? given[(colon + 1)..] : given;
        if (scheme is "memory" && rest.Length == 0) return new(scheme, "", given);
        if (scheme is "sqlite" or "litedb" && rest.Length > 0) return new(scheme, host.FullPath(rest), given);
        if (scheme.Length == 0 && given.EndsWith(".db", StringComparison.Ordinal)) return new("sqlite", host.FullPath(given), given);
        if (scheme.Length == 0 && given.EndsWith(".litedb", StringComparison.Ordinal)) return new("litedb", host.FullPath(given), given);
        var near = scheme.Length > 0 ? scheme : given;
        throw new CommandRefused(new Diagnostic(
            CliCodes.BadStore,
            Severity.Error,
            Array.IndexOf(Schemes, scheme) >= 0 ? $"'{given}' names no file for its store" : $"'{given}' is no kind of store",
            Label: Suggestion.Label(near, Schemes),
            Help: "name it as sqlite:<file> or litedb:<file>, as a file that ends in .db or .litedb, or as memory:"));
    }
}
