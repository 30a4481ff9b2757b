using System.Text.Json;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Native;

/// <summary>
/// Expressions in native JSON. Texts, numbers, <c>true</c>, <c>false</c>, <c>null</c> and lists are JSON's own; all else is an object whose first member says what it is
/// (src/DocScript.Cli/JSON.md lists them). Chains of operators, members and indexes are lists, so that the JSON is not deeper than the script is nested.
/// </summary>
internal static class ExpressionJson
{
    private const string Help = "an object of the language is {\"object\": {…}}; 'docscript convert <script> --to native' shows how others are written";

    private static readonly Dictionary<string, BinaryOperator> Operators = OperatorSyntax.Infix.ToDictionary(op => op.Symbol(), StringComparer.Ordinal);

    private static readonly string[] Tags = ["raw", "text", "object", "name", "id", "path", "call", "not", "minus", "exists", "parentheses", "chain", .. Operators.Keys];

    public static void Write(Utf8JsonWriter json, Expression expression)
    {
        switch (expression)
        {
            case TextLiteral { Raw: false } text: json.WriteStringValue(text.Value); return;
            case IntegerLiteral number: json.WriteNumberValue(number.Value); return;
            case DecimalLiteral number: JsonNumber.Write(json, number.Value); return;
            case BooleanLiteral boolean: json.WriteBooleanValue(boolean.Value); return;
            case NullLiteral: json.WriteNullValue(); return;
            case ListExpression list: WriteAll(json, list.Elements); return;
        }

        json.WriteStartObject();
        switch (expression)
        {
            case TextLiteral raw: json.WriteString("raw", raw.Value); break;
            case InterpolatedText text: WriteAll(json, "text", text.Parts); break;
            case ObjectExpression entries:
                json.WriteStartObject("object");
                foreach (var entry in entries.Entries) Write(json, entry.Key.Text, entry.Value);
                json.WriteEndObject();
                break;
            case NameExpression name: json.WriteString("name", name.Name); break;
            case ComponentIdExpression id: json.WriteString("id", id.Id); break;
            case MemberExpression or IndexExpression: WritePath(json, expression); break;
            case CallExpression call:
                json.WriteString("call", call.Function);
                WriteAll(json, "arguments", call.Arguments);
                break;
            case UnaryExpression unary: Write(json, unary.Operator == UnaryOperator.Not ? "not" : "minus", unary.Operand); break;
            case BinaryExpression binary: WriteChain(json, OperatorChain.Of(binary)); break;
            case ExistsExpression exists: Write(json, "exists", exists.Operand); break;
            case ParenthesizedExpression inner: Write(json, "parentheses", inner.Inner); break;
            default: throw new InvalidOperationException($"no JSON for {expression.GetType().Name}");
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string key, Expression expression)
    {
        json.WritePropertyName(key);
        Write(json, expression);
    }

    public static void WriteAll(Utf8JsonWriter json, string key, IEnumerable<Expression> expressions)
    {
        json.WritePropertyName(key);
        WriteAll(json, expressions);
    }

    /// <summary>The expression; where problems were added, any.</summary>
    public static Expression Read(Expression json, JsonPlace place, JsonProblems problems)
    {
        switch (json)
        {
            case ListExpression list: return new ListExpression(All(list, place, problems));
            case not ObjectExpression: return json;
        }

        var form = StrictObject.Of(json, place, problems)!;
        var read = Tags.FirstOrDefault(tag => form.Has(tag)) is { } tag ? Read(form, tag) : null;
        if (read is not null)
        {
            form.RefuseOthers();
            return read;
        }

        if (form.Json.Entries is [{ Key: var key }, ..]) problems.Unknown(place, key, Tags, Help);
        else problems.WrongKind(place, json, "an expression", Help);
        return new NullLiteral();
    }

    /// <summary>The items of a member that must be a list of expressions.</summary>
    public static Items<Expression> All(StrictObject form, string key, string help)
    {
        form.Get(key, help);
        return [.. form.Items(key).Select(item => Read(item.Value, item.Place, form.Problems))];
    }

    /// <summary>A member, which must be there.</summary>
    public static Expression Get(StrictObject form, string key, string help) =>
        form.Get(key, help) is { } found ? Read(found, form.Place.Member(key), form.Problems) : new NullLiteral();

    /// <summary>A member, or null where it is missing.</summary>
    public static Expression? Find(StrictObject form, string key) =>
        form.Find(key) is { } found ? Read(found, form.Place.Member(key), form.Problems) : null;

    private static Expression? Read(StrictObject form, string tag) => tag switch
    {
        "raw" => new TextLiteral(form.FindText(tag) ?? "", Raw: true),
        "text" => new InterpolatedText(All(form, tag, "")),
        "object" => Object(form, tag),
        "name" => new NameExpression(form.FindText(tag) ?? ""),
        "id" => new ComponentIdExpression(form.FindText(tag) ?? ""),
        "path" => Path(form, tag),
        "call" => new CallExpression(form.FindText(tag) ?? "", All(form, "arguments", "add the list; it may be empty")),
        "not" => new UnaryExpression(UnaryOperator.Not, Get(form, tag, "")),
        "minus" => new UnaryExpression(UnaryOperator.Negate, Get(form, tag, "")),
        "exists" => new ExistsExpression(Get(form, tag, "")),
        "parentheses" => new ParenthesizedExpression(Get(form, tag, "")),
        "chain" => Chain(form, tag),
        _ => Operation(form, tag),
    };

    private static ObjectExpression Object(StrictObject form, string tag) =>
        StrictObject.Of(form.Find(tag)!, form.Place.Member(tag), form.Problems) is { } entries
            ? new([.. entries.Json.Entries.Select(entry => new ObjectEntry(entry.Key, Read(entry.Value, entries.Place.Member(entry.Key.Text), form.Problems)))])
            : new([]);

    private static Expression Path(StrictObject form, string tag)
    {
        Expression? path = null;
        foreach (var (step, place) in form.Items(tag))
        {
            path = (path, step) switch
            {
                (null, _) => Read(step, place, form.Problems),
                (_, TextLiteral member) => new MemberExpression(path, new Name(member.Value)),
                _ when StrictObject.Of(step, place, form.Problems, "a step is the text of a member or {\"index\": …}") is { } index => Index(path, index),
                _ => path,
            };
        }

        return path ?? Empty(form, tag, "a list of a value and steps from it");
    }

    private static IndexExpression Index(Expression of, StrictObject step)
    {
        var index = new IndexExpression(of, Get(step, "index", "add the index"));
        step.RefuseOthers();
        return index;
    }

    private static Expression Operation(StrictObject form, string tag)
    {
        var operands = All(form, tag, "");
        return operands.Count < 2 ? Empty(form, tag, "a list of two or more operands") : OperatorChain.Combine(operands[0], [.. operands.Skip(1).Select(operand => (Operators[tag], operand))]);
    }

    private static Expression Chain(StrictObject form, string tag)
    {
        var items = form.Items(tag).ToList();
        if (items.Count < 3 || items.Count % 2 == 0) return Empty(form, tag, "a list of operands with operators between");
        var rest = new List<(BinaryOperator, Expression)>();
        for (var i = 1; i < items.Count; i += 2)
        {
            var (symbol, place) = items[i];
            if (symbol is not TextLiteral text) form.Problems.WrongKind(place, symbol, "an operator");
            else if (!Operators.TryGetValue(text.Value, out var op)) form.Problems.NotOneOf(place, text, [.. Operators.Keys]);
            else rest.Add((op, Read(items[i + 1].Value, items[i + 1].Place, form.Problems)));
        }

        return OperatorChain.Combine(Read(items[0].Value, items[0].Place, form.Problems), rest);
    }

    private static NullLiteral Empty(StrictObject form, string tag, string expected)
    {
        if (form.Find(tag) is ListExpression list) form.Problems.WrongKind(form.Place.Member(tag), list, expected);
        return new NullLiteral();
    }

    private static void WritePath(Utf8JsonWriter json, Expression end)
    {
        var steps = new Stack<Expression>();
        while (end is MemberExpression or IndexExpression)
        {
            steps.Push(end);
            end = end is MemberExpression member ? member.Of : ((IndexExpression)end).Of;
        }

        json.WriteStartArray("path");
        Write(json, end);
        foreach (var step in steps)
        {
            if (step is MemberExpression member)
            {
                json.WriteStringValue(member.Member.Text);
                continue;
            }

            json.WriteStartObject();
            Write(json, "index", ((IndexExpression)step).Index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChain(Utf8JsonWriter json, OperatorChain chain)
    {
        var op = chain.Rest[0].Operator;
        var isOne = chain.Rest.All(step => step.Operator == op);
        json.WriteStartArray(isOne ? op.Symbol() : "chain");
        Write(json, chain.First);
        foreach (var step in chain.Rest)
        {
            if (!isOne) json.WriteStringValue(step.Operator.Symbol());
            Write(json, step.Operand);
        }

        json.WriteEndArray();
    }

    private static Items<Expression> All(ListExpression list, JsonPlace place, JsonProblems problems) =>
        [.. list.Elements.Select((element, index) => Read(element, place.Item(index), problems))];

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<Expression> expressions)
    {
        json.WriteStartArray();
        foreach (var expression in expressions) Write(json, expression);
        json.WriteEndArray();
    }
}
