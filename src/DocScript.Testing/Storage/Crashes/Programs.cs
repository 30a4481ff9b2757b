using System.Diagnostics;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>Programs of the system that do to files what this process can't do or must not, because it asks for their locks.</summary>
internal static class Programs
{
    /// <summary>Runs one to its end; answers whether it did what it was told.</summary>
    public static bool Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
