using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocScript.Testing.Data;

namespace DocScript.Livingdocs.Tests;

/// <summary>Livingdocs' own document model, the npm package of <c>framework/package.json</c>, in one process of node that answers a line of JSON with a line of JSON.</summary>
internal sealed class Framework : IDisposable
{
    private static readonly NodePackages Packages = new("Livingdocs' framework", "framework");

    private readonly Process _node;

    public Framework()
    {
        _node = Packages.Start("node", "answer.js");
        _node.BeginErrorReadLine();
    }

    /// <summary>Why it can't be asked: no node, no npm, no registry; null when it is there.</summary>
    public static string? Problem => Packages.Problem;

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
}
