using System.Text.Json;
using DocScript.Testing.Data;

namespace DocScript.Cli.Tests.Reference;

/// <summary>The engine that editors colour with, the npm packages of <c>textmate/package.json</c>, in a process of node.</summary>
internal static class TextMate
{
    private static readonly NodePackages Packages = new("the TextMate engine", "textmate");

    /// <summary>Why it can't be asked: no node, no npm, no registry; null when it is there.</summary>
    public static string? Problem => Packages.Problem;

    /// <summary>The tokens of a script with their innermost scopes.</summary>
    public static async Task<IReadOnlyList<(string Text, string Scope)>> TokensAsync(string script)
    {
        using var node = Packages.Start("node", "tokenise.js", Repository.PathTo("grammar/docscript.tmLanguage.json"));
        await node.StandardInput.WriteAsync(script);
        node.StandardInput.Close();
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(parts => (JsonSerializer.Deserialize<string>(parts[0])!, parts[1]))];
    }
}

/// <summary>A fact about the editor's colours: shown as skipped, with the reason, where the engine can't be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TextMateFactAttribute : FactAttribute
{
    public TextMateFactAttribute() => Skip = TextMate.Problem;
}
