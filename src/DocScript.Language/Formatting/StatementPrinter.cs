using System.Text;
using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Language.Formatting;

/// <summary>Statements in their one canonical form.</summary>
internal sealed class StatementPrinter(int width, Comments comments)
{
    private readonly StringBuilder _result = new();
    private readonly ExpressionLayout _layout = new(width);
    private int _lineStart;
    private int _indent;

    public static string Print(Script script, int width, Comments comments)
    {
        var printer = new StatementPrinter(width, comments);
        printer.WriteStatements(script.Statements, int.MaxValue);
        return printer._result.ToString();
    }

    private int Column => _result.Length - _lineStart;

    private void WriteStatements(Items<Statement> statements, int end)
    {
        var isFirst = true;
        foreach (var statement in statements)
        {
            foreach (var comment in comments.Before(statement.Span.Start))
            {
                WriteComment(comment, isFirst);
                isFirst = false;
            }

            if (!isFirst && comments.HasBlankLineBefore(statement.Span.Start)) NewLine();
            isFirst = false;
            foreach (var comment in comments.Before(HeaderEnd(statement))) WriteComment(comment, isFirst: true);
            Indent();
            Write(statement);
            if (comments.Trailing(statement.Span.End) is { } trailing) _result.Append(' ').Append(trailing);
            NewLine();
        }

        foreach (var comment in comments.Before(end))
        {
            WriteComment(comment, isFirst);
            isFirst = false;
        }
    }

    // Comments inside a statement's own line have no line of their own, so they go above it; those in its blocks stay there.
    private static int HeaderEnd(Statement statement) => FirstBlock(statement)?.Span.Start ?? statement.Span.End;

    private static Block? FirstBlock(Statement statement) => statement switch
    {
        UseStatement use => use.Body,
        IfStatement branch => branch.Then,
        ForEachDocumentStatement loop => loop.Body,
        ForEachComponentStatement loop => loop.Body,
        ForEachItemStatement loop => loop.Body,
        CommandStatement command => command.Arguments.Fillings.Select(filling => filling.Filling).OfType<Block>().FirstOrDefault(),
        _ => null,
    };

    private void WriteComment(Comment comment, bool isFirst)
    {
        if (!isFirst && comment.FollowsBlankLine) NewLine();
        Indent();
        _result.Append(comment.Text);
        NewLine();
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case UseStatement use:
                Word("use");
                if (use.Document is not null) Full(" ", use.Document, OperatorSyntax.Primary);
                if (use.Version is not null) Full(" version ", use.Version, OperatorSyntax.Primary);
                if (use.Body is not null) Write(use.Body);
                break;
            case RequireStatement require:
                Full("require ", require.Condition);
                if (require.Else is not null) Full(" else ", require.Else);
                break;
            case ParamStatement param:
                Word($"param {param.Name.Text}");
                if (param.Type is { } type) Word($": {type.ToString().ToLowerInvariant()}");
                if (param.Default is not null) Full(" = ", param.Default);
                break;
            case LetStatement let: Full($"let {let.Name.Text} = ", let.Value); break;
            case IfStatement branch: Write(branch); break;
            case ForEachDocumentStatement loop: Write(loop); break;
            case ForEachComponentStatement loop: Write(loop); break;
            case ForEachItemStatement loop:
                Full($"for each {loop.Variable.Text} in ", loop.List);
                Write(loop.Body);
                break;
            case PrintStatement print: Full("print ", print.Value); break;
            case CommandStatement command: WriteElements(command.Syntax, command.Syntax.Elements, command.Arguments, isLast: true); break;
            default: throw new InvalidOperationException($"no text for {statement.GetType().Name}");
        }
    }

    private void Write(IfStatement first)
    {
        var keyword = "if ";
        for (var branch = first; branch is not null; branch = branch.ElseIf)
        {
            Full(keyword, branch.Condition);
            Write(branch.Then);
            keyword = " else if ";
            if (branch.Else is null) continue;
            Word(" else");
            Write(branch.Else);
        }
    }

    private void Write(ForEachDocumentStatement loop)
    {
        Word("for each document");
        if (loop.Variable is not null) Word($" as {loop.Variable.Text}");
        if (loop.Where is not null) Full(" where ", loop.Where);
        if (loop.OrderBy is not null) Full(" order by ", loop.OrderBy);
        if (loop.Descending) Word(" descending");
        if (loop.Limit is not null) Full(" limit ", loop.Limit);
        if (loop.Expect is not null) Full(" expect ", loop.Expect);
        Write(loop.Body);
    }

    private void Write(ForEachComponentStatement loop)
    {
        Word("for each component");
        if (loop.Type is not null) Word(" " + TextQuoting.Name(loop.Type, word => word is "in" or "as" or "where" or "limit"));
        if (loop.In is not null) Word(" in " + Text(loop.In));
        if (loop.Variable is not null) Word($" as {loop.Variable.Text}");
        if (loop.Where is not null) Full(" where ", loop.Where);
        if (loop.Limit is not null) Full(" limit ", loop.Limit);
        Write(loop.Body);
    }

    private void Write(Block block)
    {
        _result.Append(" {");
        if (block.Statements.Count == 0 && !comments.AnyBefore(block.Span.End))
        {
            _result.Append(" }");
            return;
        }

        NewLine();
        _indent += ExpressionLayout.Step;
        WriteStatements(block.Statements, block.Span.End);
        _indent -= ExpressionLayout.Step;
        Indent();
        _result.Append('}');
    }

    private void WriteElements(CommandSyntax syntax, Items<SyntaxElement> elements, Arguments arguments, bool isLast)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var nothingFollows = isLast && i == elements.Count - 1;
            switch (elements[i])
            {
                case Word word: Separate(word.Text); break;
                case OptionalPart part when IsFilled(part.Elements, arguments): WriteElements(syntax, part.Elements, arguments, nothingFollows); break;
                case Hole hole when Filling(arguments, hole) is { } filling: Write(syntax, hole, filling, isFull: nothingFollows || (i > 0 && elements[i - 1] is Word { Text: "=" })); break;
            }
        }
    }

    private void Write(CommandSyntax syntax, Hole hole, Node filling, bool isFull)
    {
        switch (filling)
        {
            case Block block: Write(block); break;
            case Expression expression: Full(" ", expression, isFull ? ExpressionPrinter.Loosest : OperatorSyntax.Primary); break;
            case Name name when hole.Kind == HoleKind.Choice: Separate(name.Text); break;
            case Name name: Separate(TextQuoting.Name(name, syntax.MayHaveWord)); break;
            case Tree.Path path: Separate(string.Join('.', path.Names.Select((name, index) => index == 0 ? TextQuoting.Name(name, syntax.MayHaveWord) : TextQuoting.Name(name)))); break;
            case Target target: Separate(Text(target)); break;
            case Components components: Separate(string.Join(", ", components.Elements.Select(Primary))); break;
            case Place place: Separate(Text(place)); break;
            default: throw new InvalidOperationException($"no text for {filling.GetType().Name}");
        }
    }

    private static bool IsFilled(Items<SyntaxElement> elements, Arguments arguments) => elements.Any(element => element switch
    {
        OptionalPart part => IsFilled(part.Elements, arguments),
        Hole hole => Filling(arguments, hole) is not null,
        _ => false,
    });

    private static Node? Filling(Arguments arguments, Hole hole) =>
        arguments.Fillings.Where(filling => ReferenceEquals(filling.Hole, hole)).Select(filling => filling.Filling).FirstOrDefault();

    private string Text(Place place) => place switch
    {
        RootPlace root => root.AtStart ? "at start" : "at end",
        ContainerPlace container => $"{(container.First ? "first" : "last")} in {Text(container.Container)}",
        SiblingPlace { After: { } after, Before: { } before } sibling => $"between {Primary(after)} and {Primary(before)}{In(sibling)}",
        SiblingPlace { After: { } after } sibling => $"after {Primary(after)}{In(sibling)}",
        SiblingPlace { Before: { } before } sibling => $"before {Primary(before)}{In(sibling)}",
        _ => throw new InvalidOperationException($"no text for {place.GetType().Name}"),
    };

    private string In(SiblingPlace place) => place.In is null ? "" : " in " + Text(place.In);

    // A path without a member is in brackets, or its last member would be taken for the directive.
    private string Text(Target target) => target switch
    {
        { Member: { } member } => $"{Primary(target.Component)}.{TextQuoting.Name(member)}",
        { Component: MemberExpression path } => $"({Primary(path)})",
        _ => Primary(target.Component),
    };

    private string Primary(Expression expression) => new ExpressionPrinter(_indent + ExpressionLayout.Step).Print(expression, OperatorSyntax.Primary);

    private void Full(string before, Expression expression, int least = ExpressionPrinter.Loosest)
    {
        _result.Append(before);
        _result.Append(_layout.Print(expression, Column, _indent, least));
    }

    private void Word(string text) => _result.Append(text);

    private void Separate(string text)
    {
        if (Column > _indent) _result.Append(' ');
        _result.Append(text);
    }

    private void Indent() => _result.Append(' ', _indent);

    private void NewLine()
    {
        _result.Append('\n');
        _lineStart = _result.Length;
    }
}
