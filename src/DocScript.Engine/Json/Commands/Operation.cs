using DocScript.Engine.Json.Reading;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>An operation of Livingdocs' command API and the command that does the same, with what the one has for the other's holes: a row of language.md section 6.</summary>
internal sealed record Operation(string Name, CommandSyntax Syntax, IReadOnlyList<Field> Fields)
{
    /// <summary>Whether an operation of this name is this one.</summary>
    public bool Fits(ObjectExpression operation) => Fields.All(field => field.Fits(operation));

    /// <summary>Whether a command is this operation.</summary>
    public bool Fits(CommandStatement command) => ReferenceEquals(command.Syntax, Syntax) && Fields.All(field => field.Fits(command.Arguments));

    /// <summary>The command; where problems were added it may lack something.</summary>
    public CommandStatement Read(StrictObject operation)
    {
        var fillings = new List<(Hole Hole, Node Filling)>();
        foreach (var field in Fields) field.Read(operation, fillings);
        operation.RefuseOthers();
        return new CommandStatement(Syntax.Arguments(fillings)) { Span = operation.Json.Span };
    }

    /// <summary>Writes the operation as an object.</summary>
    public void Write(CommandStatement command, OperationWriter to)
    {
        to.Json.WriteStartObject();
        to.Json.WriteString(OperationTable.Tag, Name);
        foreach (var field in Fields) field.Write(command.Arguments, to);
        to.Json.WriteEndObject();
    }
}
