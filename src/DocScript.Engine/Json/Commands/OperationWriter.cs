using System.Text.Json;
using DocScript.Engine.Checking;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Formatting;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>Where the members of an operation go, and what is in the way of it.</summary>
/// <param name="variables">The names that are a variable's, so that they name no component.</param>
internal sealed class OperationWriter(Utf8JsonWriter json, ICollection<JsonObstacle> obstacles, IReadOnlySet<string> variables)
{
    private readonly LiteralWriter _literals = new(json, obstacles);

    public Utf8JsonWriter Json => json;

    /// <summary>Says what is in the way.</summary>
    public void Obstacle(Node at, string message, string help) => obstacles.Add(new(at.Span, message, help));

    /// <summary>Writes a value, which must be a literal of a kind.</summary>
    public void Value(string key, Expression value, ValueKind kind)
    {
        var bare = LiteralWriter.Bare(value);
        if (Constants.IsLiteral(bare) && (!kind.Accepts(bare) || kind.Lacks(bare)))
            Obstacle(value, $"this is {kind.Expected} in Livingdocs' JSON, not {JsonProblems.Kind(bare)}", $"write {kind.Expected}");
        _literals.Member(key, value);
    }

    /// <summary>Writes the id of a component, which must be named by it.</summary>
    public void Component(string key, Expression component)
    {
        switch (LiteralWriter.Bare(component))
        {
            case ComponentIdExpression id: json.WriteString(key, id.Id); break;
            case NameExpression { Name: var name } when !variables.Contains(name) && !Properties.Exists(name) && !Properties.WithoutDocument.Contains(name, StringComparer.Ordinal):
                json.WriteString(key, name);
                break;
            case NameExpression name:
                Obstacle(component, $"'{name.Name}' is no id here, but something that is known only when the script runs", "write the component's id; in quotes a name is always one");
                break;
            default:
                Obstacle(component, $"'{Printer.Print(component).Shortened()}' is no id, but something that is known only when the script runs", "write the component's id");
                break;
        }
    }
}
