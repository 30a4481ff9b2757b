using System.Text.Json;
using DocScript.Engine.Commands;
using DocScript.Engine.Json.Commands;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json;

/// <summary>
/// The body of Livingdocs' command API (contracts/livingdocs.md 1.1 and 1.2) and the script that does the same (language.md section 6). Body to script to body gives the same version, preconditions,
/// operations and values in the same order; a <c>preserveUpdatedAt</c> that is false and a list of preconditions that is empty say nothing and are left out.
/// </summary>
public static class LivingdocsCommands
{
    /// <summary>Reads a body. Never throws.</summary>
    public static ScriptReading Read(SourceText json, CommandTable commands)
    {
        var problems = new JsonProblems();
        if (JsonTree.Read(json, LivingdocsReader.Depth, problems) is not { } root) return new(null, problems.All);
        var script = new LivingdocsReader(new OperationTable(commands), problems).Read(root);
        return new(problems.Any ? null : new ScriptText(json.Name, commands.Grammar, problems).Of(script, "commands"), problems.All);
    }

    /// <summary>Writes a script as a body. Where there are obstacles what was written is to be thrown away.</summary>
    /// <returns>What the API lacks, in the order of the script.</returns>
    public static IReadOnlyList<JsonObstacle> Write(Utf8JsonWriter json, Script script, CommandTable commands)
    {
        var obstacles = new List<JsonObstacle>();
        new LivingdocsWriter(new OperationTable(commands), json, obstacles).Write(script);
        return [.. obstacles.OrderBy(obstacle => obstacle.Span.Start)];
    }
}
