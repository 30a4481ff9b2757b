using System.Text.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Native;

/// <summary>Statements in native JSON, each an object whose first member says what it is.</summary>
internal sealed class StatementJson(CommandGrammar grammar, JsonProblems problems)
{
    private const string Body = "do", ElseIf = "else if", Help = "a statement is {\"command\": …}, {\"use\": …} and so on; 'docscript convert <script> --to native' shows how a script is written";

    private static readonly string[] Tags = [CommandJson.Tag, "use", "use version", "require", "param", "let", "if", "for each", "print"];

    public static void Write(Utf8JsonWriter json, Items<Statement> statements)
    {
        json.WriteStartArray();
        foreach (var statement in statements)
        {
            if (statement is CommandStatement command)
            {
                CommandJson.Write(json, command);
                continue;
            }

            json.WriteStartObject();
            Write(json, statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The statements of a list; those with problems may be missing.</summary>
    public Items<Statement> ReadAll(Expression json, JsonPlace place)
    {
        if (json is not ListExpression list)
        {
            problems.WrongKind(place, json, "a list of statements");
            return [];
        }

        var statements = new List<Statement>();
        for (var i = 0; i < list.Elements.Count; i++)
            if (Read(list.Elements[i], place.Item(i)) is { } statement)
                statements.Add(statement);
        return [.. statements];
    }

    private static void Write(Utf8JsonWriter json, Statement statement)
    {
        switch (statement)
        {
            case UseStatement use:
                if (use.Document is not null) ExpressionJson.Write(json, "use", use.Document);
                if (use.Version is not null) ExpressionJson.Write(json, use.Document is null ? "use version" : "version", use.Version);
                Optional(json, Body, use.Body);
                break;
            case RequireStatement require:
                ExpressionJson.Write(json, "require", require.Condition);
                Optional(json, "else", require.Else);
                break;
            case ParamStatement param:
                json.WriteString("param", param.Name.Text);
                if (param.Type is { } type) json.WriteString("type", Word(type));
                Optional(json, "default", param.Default);
                break;
            case LetStatement let:
                json.WriteString("let", let.Name.Text);
                ExpressionJson.Write(json, "value", let.Value);
                break;
            case IfStatement branch: Write(json, branch); break;
            case ForEachDocumentStatement loop:
                json.WriteString("for each", "document");
                Optional(json, "as", loop.Variable);
                Optional(json, "where", loop.Where);
                Optional(json, "order by", loop.OrderBy);
                if (loop.Descending) json.WriteBoolean("descending", true);
                Optional(json, "limit", loop.Limit);
                Optional(json, "expect", loop.Expect);
                Optional(json, Body, loop.Body);
                break;
            case ForEachComponentStatement loop:
                json.WriteString("for each", "component");
                Optional(json, "type", loop.Type);
                Optional(json, "in", loop.In);
                Optional(json, "as", loop.Variable);
                Optional(json, "where", loop.Where);
                Optional(json, "limit", loop.Limit);
                Optional(json, Body, loop.Body);
                break;
            case ForEachItemStatement loop:
                json.WriteString("for each", "item");
                Optional(json, "as", loop.Variable);
                Optional(json, "in", loop.List);
                Optional(json, Body, loop.Body);
                break;
            case PrintStatement print: ExpressionJson.Write(json, "print", print.Value); break;
            default: throw new InvalidOperationException($"no JSON for {statement.GetType().Name}");
        }
    }

    private static void Write(Utf8JsonWriter json, IfStatement first)
    {
        var last = first;
        WriteBranch(json, first);
        if (first.ElseIf is not null) json.WriteStartArray(ElseIf);
        while (last.ElseIf is { } next)
        {
            json.WriteStartObject();
            WriteBranch(json, last = next);
            json.WriteEndObject();
        }

        if (first.ElseIf is not null) json.WriteEndArray();
        Optional(json, "else", last.Else);
    }

    private static void WriteBranch(Utf8JsonWriter json, IfStatement branch)
    {
        ExpressionJson.Write(json, "if", branch.Condition);
        NodeJson.Write(json, "then", branch.Then);
    }

    private static void Optional(Utf8JsonWriter json, string key, Node? node)
    {
        if (node is not null) NodeJson.Write(json, key, node);
    }

    private static string Word(ParameterType type) => type.ToString().ToLowerInvariant();

    private Statement? Read(Expression json, JsonPlace place)
    {
        if (StrictObject.Of(json, place, problems, Help) is not { } form) return null;
        var tag = Array.Find(Tags, form.Has);
        if (tag is null)
        {
            if (form.Json.Entries is [{ Key: var key }, ..]) problems.Unknown(place, key, Tags, Help);
            else problems.WrongKind(place, json, "a statement", Help);
            return null;
        }

        if (tag == CommandJson.Tag) return new CommandJson(grammar, problems).Read(form);
        if (Read(form, tag) is not { } statement) return null;
        form.RefuseOthers();
        return statement with { Span = json.Span };
    }

    private Statement? Read(StrictObject form, string tag) => tag switch
    {
        "use" => new UseStatement(Get(form, tag), ExpressionJson.Find(form, "version"), FindBlock(form, Body)),
        "use version" => new UseStatement(null, Get(form, tag), FindBlock(form, Body)),
        "require" => new RequireStatement(Get(form, tag), ExpressionJson.Find(form, "else")),
        "param" => new ParamStatement(Name(form, tag)!, Type(form), ExpressionJson.Find(form, "default")),
        "let" => new LetStatement(Name(form, tag)!, ExpressionJson.Get(form, "value", "add the value")),
        "if" => If(form),
        "for each" => Loop(form, tag),
        _ => new PrintStatement(Get(form, tag)),
    };

    private Statement? Loop(StrictObject form, string tag)
    {
        switch (form.FindText(tag))
        {
            case "document":
                return new ForEachDocumentStatement(
                    Name(form, "as"), ExpressionJson.Find(form, "where"), ExpressionJson.Find(form, "order by"), Flag(form, "descending"),
                    ExpressionJson.Find(form, "limit"), ExpressionJson.Find(form, "expect"), GetBlock(form, Body));
            case "component":
                return new ForEachComponentStatement(
                    Name(form, "type"), form.Find("in") is { } within ? NodeJson.Target(within, form.Place.Member("in"), problems) : null, Name(form, "as"),
                    ExpressionJson.Find(form, "where"), ExpressionJson.Find(form, "limit"), GetBlock(form, Body));
            case "item":
                form.Get("as", "name the variable");
                return new ForEachItemStatement(Name(form, "as") ?? new(""), ExpressionJson.Get(form, "in", "add the list"), GetBlock(form, Body));
            case null: return null;
            default:
                problems.NotOneOf(form.Place.Member(tag), (TextLiteral)form.Find(tag)!, ["document", "component", "item"]);
                return null;
        }
    }

    private IfStatement If(StrictObject form)
    {
        var (condition, then, otherwise) = (Get(form, "if"), GetBlock(form, "then"), FindBlock(form, "else"));
        var branches = form.Items(ElseIf).Select(item => Branch(item.Value, item.Place)).ToList();
        if (branches.Count == 0) return new(condition, then, otherwise);
        IfStatement? chain = null;
        for (var i = branches.Count - 1; i >= 0; i--) chain = new(branches[i].Condition, branches[i].Then, chain is null ? otherwise : null, chain);
        return new(condition, then, null, chain);
    }

    private (Expression Condition, Block Then) Branch(Expression json, JsonPlace place)
    {
        if (StrictObject.Of(json, place, problems, "write it as {\"if\": …, \"then\": […]}") is not { } form) return (new NullLiteral(), new([]));
        var branch = (ExpressionJson.Get(form, "if", "add the condition"), GetBlock(form, "then"));
        form.RefuseOthers();
        return branch;
    }

    private static Expression Get(StrictObject form, string tag) => ExpressionJson.Get(form, tag, "");

    private Name? Name(StrictObject form, string key) => form.Find(key) is { } name ? NodeJson.Name(name, form.Place.Member(key), problems) : null;

    private bool Flag(StrictObject form, string key)
    {
        var flag = form.Find(key);
        if (flag is not (null or BooleanLiteral)) problems.WrongKind(form.Place.Member(key), flag, "true or false");
        return flag is BooleanLiteral { Value: true };
    }

    private ParameterType? Type(StrictObject form)
    {
        if (form.FindText("type") is not { } text) return null;
        var types = Enum.GetValues<ParameterType>();
        if (Array.Exists(types, type => Word(type) == text)) return Array.Find(types, type => Word(type) == text);
        problems.NotOneOf(form.Place.Member("type"), (TextLiteral)form.Find("type")!, [.. types.Select(Word)]);
        return null;
    }

    private Block GetBlock(StrictObject form, string key) =>
        form.Get(key, "add the list of statements; it may be empty") is { } list ? new(ReadAll(list, form.Place.Member(key))) : new([]);

    private Block? FindBlock(StrictObject form, string key) => form.Find(key) is { } list ? new(ReadAll(list, form.Place.Member(key))) : null;
}
