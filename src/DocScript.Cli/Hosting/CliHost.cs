using DocScript.Engine;

namespace DocScript.Cli.Hosting;

/// <summary>Everything a command takes from outside: streams, folder, environment, clock. Tests give their own, so no command touches global state.</summary>
public sealed record CliHost
{
    /// <summary>Standard input, as bytes, so that bad UTF-8 is seen.</summary>
    public required Stream In { get; init; }

    /// <summary>Standard output: results and data.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard error: diagnostics, progress and notices.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The environment's variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The clock of scripts, unless <c>DOCSCRIPT_NOW</c> fixes it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Measures how long work takes; never fixed.</summary>
    public TimeProvider Stopwatch { get; init; } = TimeProvider.System;

    /// <summary>The source of component and transaction ids; null for the engine's own.</summary>
    public IIdSource? Ids { get; init; }

    /// <summary>The system's user, the default of <c>--as</c>.</summary>
    public string User { get; init; } = "unknown";

    /// <summary>Whether a person types at standard input.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The value of an environment variable, or null where it is unset or empty.</summary>
    public string? Variable(string name) => Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>A path as the user gave it, made absolute.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);
}
