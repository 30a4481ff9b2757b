using System.Text.Json;
using DocScript.Engine.Commands.BuiltIn;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>A script as the body of Livingdocs' command API; what the API lacks is an obstacle, each with its place.</summary>
internal sealed class LivingdocsWriter(OperationTable table, Utf8JsonWriter json, ICollection<JsonObstacle> obstacles)
{
    private const string KeepScript = "native JSON holds every script: --to native";

    private readonly List<Precondition> _preconditions = [];
    private readonly List<CommandStatement> _commands = [];
    private long? _version;
    private bool _preserve;

    /// <summary>Writes the body; to be thrown away where obstacles were added.</summary>
    public void Write(Script script)
    {
        foreach (var statement in script.Statements) Sort(statement);
        json.WriteStartObject();
        if (_version is { } version) json.WriteNumber("version", version);
        if (_preserve) json.WriteBoolean("preserveUpdatedAt", true);
        if (_preconditions.Count > 0)
        {
            json.WriteStartArray("preconditions");
            foreach (var precondition in _preconditions) precondition.Write(json);
            json.WriteEndArray();
        }

        json.WriteStartArray("commands");
        var to = new OperationWriter(json, obstacles, Variables(script));
        foreach (var command in _commands.SelectMany(Single)) Write(command, to);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Sort(Statement statement)
    {
        switch (statement)
        {
            case UseStatement { Document: null, Version: { } version, Body: null }: Guard(statement, () => Version(statement, version)); break;
            case RequireStatement require: Guard(statement, () => Precondition(require)); break;
            case CommandStatement keep when keep.Syntax == table.SyntaxOf<KeepUpdated>(): Guard(statement, () => _preserve = true); break;
            case CommandStatement command: _commands.Add(command); break;
            case UseStatement { Document: not null }:
                Obstacle(statement, "'use' names a document, which the body of Livingdocs' command API can't: it is the one in the request's URL", "leave it out, and send the body to that document; 'use version n' alone asks its version");
                break;
            case UseStatement: Obstacle(statement, "there are no blocks in Livingdocs' command API", "write the statements of the block without it"); break;
            default: Obstacle(statement, $"there is no '{Word(statement)}' in Livingdocs' command API", KeepScript); break;
        }
    }

    // What is asked of the document is asked before the first command.
    private void Guard(Statement statement, Action take)
    {
        if (_commands.Count == 0) take();
        else Obstacle(statement, "this stands after a command, but in Livingdocs' body it comes before all of them", "write it before the first command, if the script means the same then");
    }

    private void Version(Statement statement, Expression version)
    {
        if (_version is not null) Obstacle(statement, "only one version can be asked for in Livingdocs' body", "keep one of them");
        else if (LiteralWriter.Bare(version) is IntegerLiteral number) _version = number.Value;
        else Obstacle(version, "'version' in Livingdocs' body is a number that is known before the script runs", "write the number");
    }

    private void Precondition(RequireStatement require)
    {
        if (require.Else is { } why) Obstacle(why, "a precondition of Livingdocs has no words of its own for a failure", "leave 'else' out");
        if (Commands.Precondition.All.FirstOrDefault(row => row.Condition == require.Condition) is { } found) _preconditions.Add(found);
        else
        {
            var known = string.Join(", ", Commands.Precondition.All.Select(row => $"'require {Language.Formatting.Printer.Print(row.Condition)}'"));
            Obstacle(require.Condition, "no precondition of Livingdocs says this", $"it has {known}");
        }
    }

    private void Write(CommandStatement command, OperationWriter to)
    {
        if (table.Rows.FirstOrDefault(row => row.Fits(command)) is { } operation) operation.Write(command, to);
        else if (command.Syntax == table.SyntaxOf<SetDirective>()) Obstacle(command, Directive(command), "write 'as editable', 'as include' or 'as link' before '='; an image can be the content of 'insert'");
        else Obstacle(command, $"there is no '{command.Syntax.Words}' in Livingdocs' command API", KeepScript);
    }

    private static string Directive(CommandStatement command) => command.Arguments.Find(SetDirective.Kind) is { } kind
        ? $"no operation of Livingdocs sets a directive of the kind '{kind.Text}'"
        : "which kind of directive this sets is not said, and Livingdocs has an operation for each";

    // One removeComponent removes one component.
    private IEnumerable<CommandStatement> Single(CommandStatement command) =>
        command.Syntax == table.SyntaxOf<Remove>() && command.Arguments.Get(Remove.Components) is { Elements.Count: > 1 } several
            ? several.Elements.Select(component => command with { Arguments = command.Syntax.Arguments((Remove.Components, new Language.Grammar.Components([component]))) })
            : [command];

    private static HashSet<string> Variables(Script script) => script.Statements
        .Select(statement => statement switch { LetStatement let => let.Name.Text, ParamStatement param => param.Name.Text, _ => "" })
        .ToHashSet(StringComparer.Ordinal);

    private static string Word(Statement statement) => statement switch
    {
        ParamStatement => "param",
        LetStatement => "let",
        IfStatement => "if",
        PrintStatement => "print",
        _ => "for each",
    };

    private void Obstacle(Node at, string message, string help) => obstacles.Add(new(at.Span, message, help));
}
