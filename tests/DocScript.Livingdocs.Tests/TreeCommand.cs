using System.Text.Json.Nodes;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Livingdocs.Tests;

/// <summary>A command as we say it, a statement, and as the framework does, an object.</summary>
internal abstract record TreeCommand
{
    /// <summary>The statement.</summary>
    public abstract string Script { get; }

    /// <summary>The framework's command, for the document as it was before.</summary>
    public abstract JsonObject ToFramework(Document before);

    private protected static string Text(string text) => ValueLiteral.Quoted(text);
}

/// <summary>A new component; a null id is made up, a null place is the document's end.</summary>
internal sealed record InsertCommand(string Type, string? Id, ComponentPlace? Place, ObjectValue Content) : TreeCommand
{
    /// <summary>The id that was made up where none was given.</summary>
    public string? MadeUp { get; init; }

    public override string Script =>
        $"insert {Type}{(Id is null ? "" : $" as {Text(Id)}")}{(Place is null ? "" : " " + Places.Script(Place))}{(Content.Count == 0 ? "" : $" with {ValueLiteral.Of(Content)}")}";

    public override JsonObject ToFramework(Document before) => new()
    {
        ["type"] = "insertComponent",
        ["component"] = new JsonObject { ["id"] = Id ?? MadeUp ?? "made-up", ["component"] = Type, ["content"] = ValueNode.Of(Content) },
        ["position"] = Places.Insert(before, Place ?? new AtRoot(First: false)),
    };
}

/// <summary>A component goes elsewhere.</summary>
internal sealed record MoveCommand(string Id, ComponentPlace Place) : TreeCommand
{
    public override string Script => $"move {Text(Id)} {Places.Script(Place)}";

    public override JsonObject ToFramework(Document before) =>
        new() { ["type"] = "moveComponent", ["component"] = new JsonObject { ["id"] = Id }, ["position"] = Places.Move(before, Place) };
}

/// <summary>A component goes.</summary>
internal sealed record RemoveCommand(string Id) : TreeCommand
{
    public override string Script => $"remove {Text(Id)}";

    public override JsonObject ToFramework(Document before) => new() { ["type"] = "removeComponent", ["component"] = new JsonObject { ["id"] = Id } };
}

/// <summary>A directive's content; null unsets it. The kind is asserted where given.</summary>
internal sealed record SetCommand(string Id, string Directive, DirectiveKind? Kind, Value Value) : TreeCommand
{
    /// <summary>The kind that the design says.</summary>
    public DirectiveKind Actual { get; init; } = DirectiveKind.Editable;

    public override string Script => $"set {Text(Id)}.{Directive}{(Kind is { } kind ? " as " + DirectiveKinds.NameOf(kind) : "")} = {ValueLiteral.Of(Value)}";

    public override JsonObject ToFramework(Document before)
    {
        var command = new JsonObject { ["type"] = $"update{Kind ?? Actual}Directive", ["component"] = new JsonObject { ["id"] = Id }, ["directiveName"] = Directive };

        // The framework unsets by leaving the value out, and its editor wraps a bare text before it makes this command of it.
        if (Value is TextValue html && (Kind ?? Actual) is DirectiveKind.Html) command["value"] = new JsonObject { ["html"] = html.Text };
        else if (Value is not NullValue) command["value"] = ValueNode.Of(Value);
        return command;
    }
}

/// <summary>A style of a component or, with <paramref name="Directive"/>, of a style directive; null unsets it.</summary>
internal sealed record StyleCommand(string Id, string? Directive, string Property, Value Value) : TreeCommand
{
    public override string Script => $"set {Text(Id)}{(Directive is null ? "" : "." + Directive)} style {Property} = {ValueLiteral.Of(Value)}";

    public override JsonObject ToFramework(Document before)
    {
        var command = new JsonObject { ["type"] = Directive is null ? "updateComponentStyle" : "updateStyleDirective", ["component"] = new JsonObject { ["id"] = Id } };
        if (Directive is null)
        {
            command["name"] = Property;
            if (Value is not NullValue) command["value"] = ValueNode.Of(Value);
            return command;
        }

        // The framework's command sets all properties at once, and its editor adds one to those that are there.
        var now = before.Components.Find(Id)?.Content.Find(Directive) as ObjectValue ?? ObjectValue.Empty;
        command["directiveName"] = Directive;
        command["value"] = ValueNode.Of(Value is NullValue ? now.Without(Property) : now.With(Property, Value));
        return command;
    }
}
