using DocScript.Engine.Commands.BuiltIn;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>The body of Livingdocs' command API as a script: version and preconditions first, then a command for each operation.</summary>
internal sealed class LivingdocsReader(OperationTable table, JsonProblems problems)
{
    /// <summary>How deep the body lies with values in it that a script can hold.</summary>
    public const int Depth = 3 + SyntaxLimits.Nesting;

    /// <summary>The script; to be thrown away where problems were added.</summary>
    public Script Read(Expression json)
    {
        if (StrictObject.Of(json, JsonPlace.Root, problems, "a body has version, preserveUpdatedAt, preconditions and commands") is not { } body) return new([]);
        var statements = new List<Statement>();
        if (Version(body) is { } version) statements.Add(version);
        var preserve = Preserve(body);
        foreach (var (precondition, place) in body.Items("preconditions"))
            if (Precondition.Read(precondition, place, problems) is { } require)
                statements.Add(require);
        if (preserve is not null) statements.Add(preserve);
        body.Get("commands", "add the list of operations; it may be empty");
        foreach (var (operation, place) in body.Items("commands"))
            if (Command(operation, place) is { } command)
                statements.Add(command);
        body.RefuseOthers();
        return new Script([.. statements]);
    }

    private UseStatement? Version(StrictObject body)
    {
        var version = body.Find("version");
        if (version is null or IntegerLiteral) return version is null ? null : new UseStatement(null, version, null) { Span = version.Span };
        problems.WrongKind(body.Place.Member("version"), version, "an integer");
        return null;
    }

    // False says nothing, and so does the script.
    private CommandStatement? Preserve(StrictObject body)
    {
        var preserve = body.Find("preserveUpdatedAt");
        if (preserve is not (null or BooleanLiteral)) problems.WrongKind(body.Place.Member("preserveUpdatedAt"), preserve, "true or false");
        return preserve is BooleanLiteral { Value: true } ? new CommandStatement(table.SyntaxOf<KeepUpdated>().Arguments()) { Span = preserve.Span } : null;
    }

    private CommandStatement? Command(Expression json, JsonPlace place)
    {
        if (StrictObject.Of(json, place, problems, "write each as {\"operation\": \"publish\"}") is not { } operation) return null;
        switch (operation.Find(OperationTable.Tag))
        {
            case null:
                problems.Missing(place, OperationTable.Tag, json, $"name one of {string.Join(", ", table.Names)}");
                return null;
            case TextLiteral name when table.Rows.FirstOrDefault(row => row.Name == name.Value && row.Fits(operation.Json)) is { } row: return row.Read(operation);
            case TextLiteral name:
                problems.NotOneOf(place.Member(OperationTable.Tag), name, table.Names, JsonProblemKind.UnknownName);
                return null;
            case var other:
                problems.WrongKind(place.Member(OperationTable.Tag), other, "a text");
                return null;
        }
    }
}
