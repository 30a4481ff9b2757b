using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Testing.Language;

/// <summary>Random scripts over all statements and the commands of a grammar, as a parser could give them. The same seed gives the same script.</summary>
public sealed class ScriptGenerator
{
    private readonly CommandGrammar _grammar;
    private readonly Random _random;
    private readonly ExpressionGenerator _expressions;

    /// <summary>A generator of scripts with the commands of <paramref name="grammar"/>.</summary>
    public ScriptGenerator(CommandGrammar grammar, Random random) => (_grammar, _random, _expressions) = (grammar, random, new ExpressionGenerator(random));

    /// <summary>A script of up to <paramref name="most"/> statements on its top level.</summary>
    public Script Script(int most = 5) => new(Statements(most, depth: 3));

    private Items<Statement> Statements(int most, int depth) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => Statement(depth))];

    private Statement Statement(int depth) => _random.Next(depth > 0 ? 14 : 8) switch
    {
        0 => new PrintStatement(Full()),
        1 => new RequireStatement(Full(), Maybe(Full)),
        2 => new LetStatement(Variable(), Full()),
        3 => new ParamStatement(Variable(), _random.Next(2) == 0 ? null : (ParameterType)_random.Next(7), Maybe(Full)),
        8 => Use(depth),
        9 => If(depth, 3),
        10 => new ForEachDocumentStatement(Maybe(Variable), Maybe(Full), null, false, Maybe(Full), Maybe(Full), Block(depth)),
        11 => new ForEachDocumentStatement(Maybe(Variable), Maybe(Full), Full(), _random.Next(2) == 0, Maybe(Full), Maybe(Full), Block(depth)),
        12 => new ForEachComponentStatement(Maybe(_expressions.Name), Maybe(() => _expressions.Target(2)), Maybe(Variable), Maybe(Full), Maybe(Full), Block(depth)),
        13 => new ForEachItemStatement(LoopVariable(), Full(), Block(depth)),
        _ => Command(depth),
    };

    private UseStatement Use(int depth)
    {
        var document = Maybe(Primary);
        // 'version' after 'use' is the word.
        return new UseStatement(document, document is null ? Primary() : Maybe(Primary), Maybe(() => Block(depth)));
    }

    private IfStatement If(int depth, int branches)
    {
        var chain = branches > 0 && _random.Next(3) == 0 ? If(depth, branches - 1) : null;
        return new IfStatement(Full(), Block(depth), chain is null ? Maybe(() => Block(depth)) : null, chain);
    }

    private Block Block(int depth) => new(Statements(3, depth - 1));

    private Statement Command(int depth)
    {
        if (_grammar.Syntaxes.Count == 0) return new PrintStatement(Full());
        var syntax = _grammar.Syntaxes[_random.Next(_grammar.Syntaxes.Count)];
        var fillings = new List<(Hole, Node)>();
        Fill(syntax.Elements, _grammar.Root, fillings, depth);
        return new CommandStatement(syntax.Arguments(fillings));
    }

    private GrammarPoint Fill(Items<SyntaxElement> elements, GrammarPoint point, List<(Hole Hole, Node Node)> fillings, int depth)
    {
        foreach (var element in elements)
        {
            switch (element)
            {
                case Word word:
                    point = point.After(word.Text)!;
                    break;
                case OptionalPart part when _random.Next(2) == 0:
                    point = Fill(part.Elements, point, fillings, depth);
                    break;
                case Hole hole:
                    var at = point.Holes.First(candidate => candidate.Includes(hole));
                    fillings.Add((hole, Filling(hole, at.TakesFull, depth)));
                    point = at.Next;
                    break;
            }
        }

        return point;
    }

    private Node Filling(Hole hole, bool isFull, int depth) => hole.Kind switch
    {
        HoleKind.Name => _expressions.Name(),
        HoleKind.Choice => new Name(hole.Choices[_random.Next(hole.Choices.Count)]),
        HoleKind.Path => new DocScript.Language.Tree.Path([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _expressions.Name())]),
        HoleKind.Value => isFull ? Full() : Primary(),
        HoleKind.Target => _expressions.Target(2),
        HoleKind.Components => new Components([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _expressions.Component(2))]),
        HoleKind.Place => Place(),
        _ => Block(depth),
    };

    private Place Place() => _random.Next(6) switch
    {
        0 => new RootPlace(_random.Next(2) == 0),
        1 or 2 => new ContainerPlace(_random.Next(2) == 0, _expressions.Target(1)),
        3 => new SiblingPlace(_expressions.Component(1), null, Maybe(() => _expressions.Target(1))),
        4 => new SiblingPlace(null, _expressions.Component(1), Maybe(() => _expressions.Target(1))),
        _ => new SiblingPlace(_expressions.Component(1), _expressions.Component(1), Maybe(() => _expressions.Target(1))),
    };

    private Expression Full() => _expressions.Full(_random.Next(4));

    private Expression Primary() => _expressions.PrimaryExpression(_random.Next(3));

    private Name Variable() => new(_expressions.Variable());

    // 'document' and 'component' after 'for each' are words of the language.
    private Name LoopVariable() => Variable() is { Text: not ("document" or "component") } name ? name : new Name("item");

    private T? Maybe<T>(Func<T> make)
        where T : class => _random.Next(2) == 0 ? make() : null;
}
