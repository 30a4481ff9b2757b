using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Diagnostics;

/// <summary>The codes of what can be wrong with a store (DS70), one for each <see cref="StoreProblem"/>.</summary>
public static class StoreCodes
{
    private static readonly DiagnosticCode Locked = new("DS7001", "store is locked", "Another process holds the store and did not let go in time. End it, or try again.");
    private static readonly DiagnosticCode Corrupt = new("DS7002", "store is damaged", "The file is damaged or is no DocScript store. Nothing was written to it. Restore a backup, or name another file.");
    private static readonly DiagnosticCode NewerFormat = new("DS7003", "store is of a newer format", "A newer DocScript wrote the store. Update this one; it never writes to what it does not understand.");
    private static readonly DiagnosticCode Full = new("DS7004", "disk is full", "The transaction did not fit on the disk and did not happen. Make room and run it again.");
    private static readonly DiagnosticCode Unavailable = new("DS7005", "store can't be opened", "The file can't be opened, read or written: a missing folder, permissions, a read-only disk.");
    private static readonly DiagnosticCode Unsupported = new("DS7006", "no such store in this build", "This build has no stores of this kind. The message says how to build one that has.");

    private static readonly DiagnosticCode NotEmpty = new("DS7007", "store is not empty", "A store is copied only into one in which nothing was ever committed, kept or reserved, so that nothing there is mixed with it or lost.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [Locked, Corrupt, NewerFormat, Full, Unavailable, NotEmpty, Unsupported];

    /// <summary>The code of a problem.</summary>
    public static DiagnosticCode Of(StoreProblem problem) => problem switch
    {
        StoreProblem.Locked => Locked,
        StoreProblem.Corrupt => Corrupt,
        StoreProblem.NewerFormat => NewerFormat,
        StoreProblem.Full => Full,
        StoreProblem.NotEmpty => NotEmpty,
        StoreProblem.Unsupported => Unsupported,
        _ => Unavailable,
    };

    /// <summary>What a store said, as a diagnostic.</summary>
    public static Diagnostic ToDiagnostic(this StoreException exception, string? note = null) =>
        new(Of(exception.Problem), Severity.Error, exception.Message, Help: exception.Help, Note: note);
}
