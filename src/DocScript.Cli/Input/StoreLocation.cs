using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Input;

/// <summary>Where a store is: <c>sqlite:path</c>, a path ending in <c>.db</c>, <c>memory:</c> or <c>litedb:path</c>.</summary>
/// <param name="Scheme">The kind of store.</param>
/// <param name="Path">The absolute path; empty in memory.</param>
/// <param name="Given">As the user wrote it.</param>
internal sealed record StoreLocation(string Scheme, string Path, string Given)
{
    private const string Variable = "DOCSCRIPT_STORE", SqliteFile = "docscript.db", LiteDbFile = "docscript.litedb";
    private static readonly string[] Schemes = ["sqlite", "memory", "litedb"];

    /// <summary>Whether there is a store to read.</summary>
    public bool Exists => System.IO.File.Exists(Path) || Directory.Exists(Path);

    /// <summary>Whether there could be one: where the folder is missing, opening says so.</summary>
    public bool HasFolder => Directory.Exists(System.IO.Path.GetDirectoryName(Path));

    /// <summary>The store of the option, else of <c>DOCSCRIPT_STORE</c>, else the default file; where only the other kind's default file exists, that.</summary>
    public static StoreLocation Of(string? option, CliHost host)
    {
        if ((option ?? host.Variable(Variable)) is { } given) return Parse(given, host);
        var other = !System.IO.File.Exists(host.FullPath(SqliteFile)) && System.IO.File.Exists(host.FullPath(LiteDbFile));
        return Parse(other ? "litedb:" + LiteDbFile : "sqlite:" + SqliteFile, host);
    }

    /// <summary>The bytes of its file and of the log beside it.</summary>
    public long Size => Files.Take(2).Select(file => new FileInfo(file)).Sum(file => file.Exists ? file.Length : 0);

    /// <summary>A store in a file, as an option gave it.</summary>
    /// <exception cref="CommandRefused">It is one in memory.</exception>
    public static StoreLocation File(string? given, CliHost host, string option) => Of(given, host) is { Scheme: not "memory" } location
        ? location
        : throw new CommandRefused(CliCodes.BadArguments, "a store in memory is empty at the start of a command and gone at its end", $"name a file with {option}");

    /// <summary>Removes the file of a store that was made in vain, and its log.</summary>
    public void Delete()
    {
        foreach (var file in Files) System.IO.File.Delete(file);
    }

    /// <summary>Its file, the log beside it, and what else the engine keeps there while it is open.</summary>
    private IEnumerable<string> Files =>
        Scheme is "litedb" ? [Path, System.IO.Path.ChangeExtension(Path, null) + "-log" + System.IO.Path.GetExtension(Path)] : [Path, Path + "-wal", Path + "-shm"];

    /// <summary>The problem of a file that is no store of this build: how to get one that is.</summary>
    public StoreException Unsupported() => new(
        StoreProblem.Unsupported,
        $"this build has no LiteDB stores, so '{Given}' can't be opened",
        "build with 'FullFeed=true' (dotnet build -p:FullFeed=true) where the package feed has LiteDB, or use sqlite:docscript.db");

    private static StoreLocation Parse(string given, CliHost host)
    {
        var colon = given.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon > 1 ? given[..colon] : "";
        var rest = colon > 1 ? given[(colon + 1)..] : given;
        if (scheme is "memory" && rest.Length == 0) return new(scheme, "", given);
        if (scheme is "sqlite" or "litedb" && rest.Length > 0) return new(scheme, host.FullPath(rest), given);
        if (scheme.Length == 0 && given.EndsWith(".db", StringComparison.Ordinal)) return new("sqlite", host.FullPath(given), given);
        var near = scheme.Length > 0 ? scheme : given;
        throw new CommandRefused(new Diagnostic(
            CliCodes.BadStore,
            Severity.Error,
            Array.IndexOf(Schemes, scheme) >= 0 ? $"'{given}' names no file for its store" : $"'{given}' is no kind of store",
            Label: Suggestion.Label(near, Schemes),
            Help: "name it as sqlite:<file>, as a file that ends in .db, or as memory:"));
    }
}
