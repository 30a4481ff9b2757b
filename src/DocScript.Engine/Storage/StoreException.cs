namespace DocScript.Engine.Storage;

/// <summary>What can be wrong with a store (diagnostics DS7…).</summary>
public enum StoreProblem
{
    /// <summary>Another process holds it and did not let go in time.</summary>
    Locked,

    /// <summary>The file is damaged or is no DocScript store.</summary>
    Corrupt,

    /// <summary>It was written by a newer DocScript.</summary>
    NewerFormat,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The file can't be opened, read or written: missing folder, rights, a read-only disk.</summary>
    Unavailable,

    /// <summary>The store was to be filled and holds something already.</summary>
    NotEmpty,

    /// <summary>No such kind of store in this build.</summary>
    Unsupported,
}

/// <summary>The store can't do its work; what was committed stands, what was being committed did not happen.</summary>
public sealed class StoreException(StoreProblem problem, string message, string help, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is wrong.</summary>
    public StoreProblem Problem { get; } = problem;

    /// <summary>What to do next.</summary>
    public string Help { get; } = help;

    /// <summary>What every store says when it is to be filled and is not empty.</summary>
    public static StoreException NotEmpty(string store) => new(
        StoreProblem.NotEmpty,
        $"{store} is not empty",
        "copy into a store that does not exist yet");
}
