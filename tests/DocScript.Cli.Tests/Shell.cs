using System.Diagnostics;
using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

/// <summary>Runs a line of shell with <c>docscript</c> on the path, the build under test behind it.</summary>
internal static class Shell
{
    public static readonly bool IsThere = !OperatingSystem.IsWindows();

    /// <param name="store">The store where a command names none; null: the default.</param>
    public static async Task<Outcome> RunAsync(string folder, string line, string? store = null)
    {
        var start = new ProcessStartInfo("bash", ["-c", line])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["DOCSCRIPT"] = Path.Combine(AppContext.BaseDirectory, "docscript.dll");
        start.Environment["PATH"] = Repository.PathTo("scripts") + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["DOCSCRIPT_STORE"] = store;
        start.Environment["DOCSCRIPT_HOME"] = Workplace.HomeBeside(folder);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }
}
