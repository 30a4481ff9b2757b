using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DocScript.Testing.Data;

/// <summary>npm packages that a test asks in a process of node, installed once beside the test's assembly, so that nothing of them comes near the sources.</summary>
/// <param name="name">What messages call them.</param>
/// <param name="folder">The folder with their <c>package.json</c> and lock file, from the assembly's.</param>
public sealed class NodePackages(string name, string folder)
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, folder);
    private readonly Lock _installing = new();
    private bool _wasTried;
    private string? _problem;

    /// <summary>Why they can't be asked: no node, no npm, no registry; null when they are there.</summary>
    public string? Problem
    {
        get
        {
            lock (_installing)
            {
                if (!_wasTried) _problem = Install();
                _wasTried = true;
                return _problem;
            }
        }
    }

    /// <summary>Starts a program in their folder, with its streams in UTF-8 for the caller to write and read.</summary>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public Process Start(string program, params IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = _folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
    })!;

    // npm writes its own list last.
    private bool IsInstalled =>
        new FileInfo(Path.Combine(_folder, "node_modules", ".package-lock.json")) is { Exists: true } installed && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(_folder, "package-lock.json"));

    private string? Install()
    {
        if (Run("node", "--version") is { } missing) return $"{name} needs node: {missing}";
        if (IsInstalled) return null;
        return Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000") is { } problem
            ? $"{name} can't be installed: {problem}"
            : null;
    }

    private string? Run(string program, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Start(program, arguments);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"{program}: {(error + output.Result).Trim().ReplaceLineEndings(" ")}";
        }
        catch (Win32Exception absent)
        {
            return $"{program}: {absent.Message}";
        }
    }
}
