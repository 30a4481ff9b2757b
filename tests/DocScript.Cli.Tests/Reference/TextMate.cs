using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using DocScript.Testing.Data;

namespace DocScript.Cli.Tests.Reference;

/// <summary>The engine that editors colour with, the npm packages of <c>textmate/package.json</c>, in a process of node.</summary>
internal static class TextMate
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "textmate");

    private static readonly Lazy<string?> Installed = new(Install);

    /// <summary>Why it can't be asked: no node, no npm, no registry; null when it is there.</summary>
    public static string? Problem => Installed.Value;

    /// <summary>The tokens of a script with their innermost scopes.</summary>
    public static async Task<IReadOnlyList<(string Text, string Scope)>> TokensAsync(string script)
    {
        using var node = Start("node", "tokenise.js", Repository.PathTo("grammar/docscript.tmLanguage.json"))!;
        await node.StandardInput.WriteAsync(script);
        node.StandardInput.Close();
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(parts => (JsonSerializer.Deserialize<string>(parts[0])!, parts[1]))];
    }

    private static string? Install()
    {
        if (Run("node", "--version") is { } missing) return $"the TextMate engine needs node: {missing}";
        return Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000") is { } problem
            ? $"the TextMate engine can't be installed: {problem}"
            : null;
    }

    private static string? Run(string program, params string[] arguments)
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

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new System.Text.UTF8Encoding(false),
        StandardOutputEncoding = System.Text.Encoding.UTF8,
    })!;
}

/// <summary>A fact about the editor's colours: shown as skipped, with the reason, where the engine can't be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TextMateFactAttribute : FactAttribute
{
    public TextMateFactAttribute() => Skip = TextMate.Problem;
}
