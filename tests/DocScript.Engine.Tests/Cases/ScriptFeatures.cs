using DocScript.Engine.Commands;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Tests.Cases;

/// <summary>What of the language a script uses, each feature by the words of the coverage list.</summary>
internal sealed class ScriptFeatures(CommandTable commands)
{
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Found => _found;

    /// <summary>All that the commands of the table owe: each with and without each optional part, each place and each choice.</summary>
    public static IEnumerable<string> Owed(CommandTable commands) => commands.Commands.SelectMany(command => Owed(command.Syntax.ToString(), command.Syntax.Elements)).Distinct(StringComparer.Ordinal);

    public void Add(Items<Statement> statements)
    {
        foreach (var statement in statements) Add(statement);
    }

    private static IEnumerable<string> Owed(string syntax, IEnumerable<SyntaxElement> elements)
    {
        yield return syntax;
        foreach (var element in elements)
        {
            if (element is OptionalPart part)
            {
                yield return $"{syntax}, with {Words(part)}";
                yield return $"{syntax}, without {Words(part)}";
                foreach (var inner in Owed(syntax, part.Elements)) yield return inner;
            }

            if (element is Hole { Kind: HoleKind.Place })
                foreach (var place in Places)
                    yield return $"{syntax}, {place}";
            if (element is Hole { Kind: HoleKind.Choice } choice)
                foreach (var word in choice.Choices.AsEnumerable())
                    yield return $"{syntax}, {choice.Label} {word}";
            if (element is Hole { Kind: HoleKind.Components })
                yield return $"{syntax}, several";
        }
    }

    private static readonly string[] Places =
    [
        "at start", "at end", "first in p", "first in p.c", "last in p", "last in p.c",
        "after", "before", "between", "after in p.c", "before in p.c", "between in p.c",
    ];

    private static string Words(OptionalPart part) => CommandSyntax.Of([.. part.Elements]).ToString();

    private static string Words(Place place) => place switch
    {
        RootPlace { AtStart: var start } => start ? "at start" : "at end",
        ContainerPlace { First: var first, Container.Member: var member } => $"{(first ? "first" : "last")} in p{(member is null ? "" : ".c")}",
        SiblingPlace sibling => (sibling.After is null ? "before" : sibling.Before is null ? "after" : "between") + (sibling.In is null ? "" : " in p.c"),
        _ => throw new InvalidOperationException($"no words for {place.GetType().Name}"),
    };

    private void Add(Statement statement)
    {
        switch (statement)
        {
            case UseStatement use:
                Count($"use{If(use.Document, " document")}{If(use.Version, " version")}{If(use.Body, " block")}");
                Add(use.Document, use.Version);
                Add(use.Body);
                break;
            case RequireStatement require:
                Count($"require{If(require.Else, " else")}");
                Add(require.Condition, require.Else);
                break;
            case ParamStatement param:
                Count($"param {param.Type?.ToString().ToLowerInvariant() ?? "of any type"}", $"param {(param.Default is null ? "without" : "with")} default");
                Add(param.Default);
                break;
            case LetStatement let:
                Count("let");
                Add(let.Value);
                break;
            case IfStatement branch:
                Count($"if{If(branch.Else, " else")}{If(branch.ElseIf, " else if")}");
                Add(branch.Condition);
                Add(branch.Then);
                Add(branch.Else);
                if (branch.ElseIf is not null) Add(branch.ElseIf);
                break;
            case ForEachDocumentStatement loop:
                Count("for each document");
                Count(loop.Variable, "for each document as");
                Count(loop.Where, "for each document where");
                Count(loop.OrderBy, loop.Descending ? "for each document order by descending" : "for each document order by");
                Count(loop.Limit, "for each document limit");
                Count(loop.Expect, "for each document expect");
                Add(loop.Where, loop.OrderBy, loop.Limit, loop.Expect);
                Add(loop.Body);
                break;
            case ForEachComponentStatement loop:
                Count("for each component");
                Count(loop.Type, "for each component type");
                Count(loop.In, loop.In?.Member is null ? "for each component in p" : "for each component in p.c");
                Count(loop.Variable, "for each component as");
                Count(loop.Where, "for each component where");
                Count(loop.Limit, "for each component limit");
                Add(loop.In?.Component, loop.Where, loop.Limit);
                Add(loop.Body);
                break;
            case ForEachItemStatement loop:
                Count("for each item");
                Add(loop.List);
                Add(loop.Body);
                break;
            case PrintStatement print:
                Count("print");
                Add(print.Value);
                break;
            case CommandStatement command:
                Add(command);
                break;
            default:
                throw new InvalidOperationException($"no words for {statement.GetType().Name}");
        }
    }

    private void Add(CommandStatement command)
    {
        var syntax = commands.Find(command.Syntax).Syntax;
        Add(syntax.ToString(), syntax.Elements, command.Arguments);
        foreach (var (hole, filling) in command.Arguments.Fillings)
        {
            if (filling is Place place) Count($"{syntax}, {Words(place)}");
            if (filling is Name name && hole.Kind == HoleKind.Choice) Count($"{syntax}, {hole.Label} {name.Text}");
            if (filling is Language.Grammar.Components { Elements.Count: > 1 }) Count($"{syntax}, several");
            AddFilling(filling);
        }
    }

    private void Add(string syntax, Items<SyntaxElement> elements, Arguments arguments)
    {
        Count(syntax);
        foreach (var part in elements.OfType<OptionalPart>())
        {
            var filled = part.Elements.OfType<Hole>().Any(hole => arguments.Fillings.Any(filling => ReferenceEquals(filling.Hole, hole)));
            Count($"{syntax}, {(filled ? "with" : "without")} {Words(part)}");
            if (filled) Add(syntax, part.Elements, arguments);
        }
    }

    private void AddFilling(Node filling)
    {
        switch (filling)
        {
            case Expression expression: Add(expression); break;
            case Block block: Add(block); break;
            case Target target: Add(target.Component); break;
            case Language.Grammar.Components components: Add([.. components.Elements]); break;
            case ContainerPlace place: Add(place.Container.Component); break;
            case SiblingPlace place: Add(place.After, place.Before, place.In?.Component); break;
        }
    }

    private void Add(Block? block)
    {
        if (block is not null) Add(block.Statements);
    }

    private void Add(params ReadOnlySpan<Expression?> expressions)
    {
        foreach (var expression in expressions)
            if (expression is not null)
                _found.UnionWith(ExpressionFeatures.Of(expression));
    }

    private void Count(params ReadOnlySpan<string> features)
    {
        foreach (var feature in features) _found.Add(feature);
    }

    private void Count(Node? node, string feature)
    {
        if (node is not null) _found.Add(feature);
    }

    private static string If(Node? node, string words) => node is null ? "" : words;
}
