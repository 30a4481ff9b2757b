using DocScript.Cli.Hosting;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Diagnostics;

/// <summary>All that is known of a code.</summary>
/// <param name="Example">What gives it, or null where only a broken machine or a bug does.</param>
public sealed record CodeEntry(DiagnosticCode Code, CodeExample? Example)
{
    /// <summary>Its phase.</summary>
    public CodeFamily Family { get; } = CodeFamily.Of(Code);

    /// <summary>The exit status of a command that ends with it; 0 for a warning, which stops nothing.</summary>
    public int Exit { get; } = Code.Severity == Severity.Warning ? ExitStatus.Done : ExitStatus.Of(Code);
}
