using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Diagnostics;

/// <summary>The codes of one phase, by the digit after DS (language.md section 4).</summary>
/// <param name="Id">Such as <c>DS3</c>.</param>
/// <param name="Title">The phase in a word or two.</param>
/// <param name="When">When its diagnostics come, and what became of the work.</param>
public sealed record CodeFamily(string Id, string Title, string When)
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<CodeFamily> All { get; } =
    [
        new("DS1", "syntax", "when a script is read, before anything runs"),
        new("DS2", "check", "when a script, or a design, is checked, before anything runs"),
        new("DS3", "execution", "while a script runs or a design is imported; the whole transaction is dropped"),
        new("DS4", "conflict", "when the store is not as a script, a plan or an undo expects it; nothing is overwritten"),
        new("DS5", "limits", "when a script is larger, deeper or busier than the language allows; its whole transaction is dropped"),
        new("DS6", "C# commands", "when a command or hook written in C# can't be loaded or goes wrong; the whole transaction is dropped"),
        new("DS7", "store and files", "when a store or a file can't be read or written as it should be"),
        new("DS8", "usage", "when a command line is wrong, before anything runs"),
        new("DS9", "internal", "when DocScript itself has a bug; a transaction is committed whole or not at all"),
    ];

    /// <summary>The family of a code.</summary>
    public static CodeFamily Of(DiagnosticCode code) => All.First(family => code.Id.StartsWith(family.Id, StringComparison.Ordinal));
}
