using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocScript.Livingdocs.Tests;

/// <summary>Livingdocs' own document model, the npm package of <c>framework/package.json</c>, in one process of node that answers a line of JSON with a line of JSON.</summary>
internal sealed class Framework : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "framework");

    private static readonly Lazy<string?> Installed = new(Install);

    private readonly Process _node;

    public Framework() => _node = Process.Start(new ProcessStartInfo("node", ["answer.js"])
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    /// <summary>Why it can't be asked: no node, no npm, no registry; null when it is there.</summary>
    public static string? Problem => Installed.Value;

    public JsonElement Ask(JsonNode question)
    {
        _node.StandardInput.WriteLine(question.ToJsonString());
        _node.StandardInput.Flush();
        var line = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node ended without an answer");
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.Clone();
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private static string? Install()
    {
        if (Run("node", "--version") is { } missing) return $"Livingdocs' framework needs node: {missing}";
        if (File.Exists(Path.Combine(Folder, "node_modules", "@livingdocs", "node-sdk", "package.json"))) return null;
        return Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000") is { } problem
            ? $"Livingdocs' framework can't be installed: {problem}"
            : null;
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
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
