using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Engine.Json;

/// <summary>Collects the problems of one file.</summary>
internal sealed class ProblemReport(string file, ICollection<ImportProblem> problems)
{
    public bool HasErrors { get; private set; }

    public void Error(JsonPlace place, string message, string? help = null)
    {
        HasErrors = true;
        problems.Add(new ImportProblem(file, place, message, help));
    }

    public void Warning(JsonPlace place, string message, string? help = null) => problems.Add(new ImportProblem(file, place, message, help, IsWarning: true));

    /// <summary>The value of any JSON, or null with a problem where it can't be one.</summary>
    public Value? Value(JsonElement json, JsonPlace place)
    {
        try
        {
            return ValueJson.Read(json);
        }
        catch (FormatException e)
        {
            Error(place, e.Message);
            return null;
        }
    }
}

/// <summary>Texts cut for messages.</summary>
internal static class ShortText
{
    private const int Longest = 40;

    public static string Shortened(this string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
