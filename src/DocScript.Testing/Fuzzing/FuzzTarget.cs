using System.Collections.Immutable;
using DocScript.Engine.Commands;
using DocScript.Hooks.Declarations;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Fuzzing;

/// <summary>A command or function that is tried.</summary>
/// <param name="Name">How it is called: <c>headline-case</c>, <c>words()</c>.</param>
/// <param name="Place">Where it is declared, or null where that is not known.</param>
public abstract record FuzzTarget(string Name, Location? Place)
{
    /// <summary>Texts that may mean something to it: those that stand in its file.</summary>
    internal IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it works on the current document, which must then be there.</summary>
    internal abstract bool NeedsDocument { get; }

    /// <summary>Whether it is given components or places, which only a current document has.</summary>
    internal abstract bool TakesComponents { get; }

    /// <summary>Whether it looks at the named arguments that callers send along.</summary>
    internal abstract bool TakesSent { get; }

    /// <summary>The names that may be left out only together.</summary>
    internal abstract IEnumerable<IReadOnlySet<string>> Optional { get; }

    /// <summary>Arguments, those that may be left out only now and then.</summary>
    internal abstract Gen<IReadOnlyList<FuzzArgument>> Arguments(FuzzScope scope);

    /// <summary>The statement that calls it.</summary>
    /// <param name="argument">Gives the argument of a name, or null where it is left out.</param>
    internal abstract string Call(Func<string, string?> argument);

    private protected static Gen<IReadOnlyList<FuzzArgument>> All(IEnumerable<Gen<IReadOnlyList<FuzzArgument>>> parts) =>
        Gen.CollectToList(parts, part => part).Select(IReadOnlyList<FuzzArgument> (lists) => [.. lists.SelectMany(list => list)]);

    private protected static Gen<IReadOnlyList<FuzzArgument>> One(Gen<FuzzArgument> argument) => argument.Select(IReadOnlyList<FuzzArgument> (one) => [one]);

    private protected static Gen<IReadOnlyList<FuzzArgument>> Maybe(Gen<IReadOnlyList<FuzzArgument>> arguments) => Gen.Frequency((1, Gen.Constant<IReadOnlyList<FuzzArgument>>([])), (1, arguments));
}

/// <summary>A command that is tried.</summary>
/// <param name="Parameters">The parameters of C# behind its holes; none for one that is no method of a user.</param>
public sealed record CommandTarget(Command Command, ImmutableArray<ParameterDeclaration> Parameters, Location? Place = null) : FuzzTarget(Command.Syntax.Words, Place)
{
    /// <inheritdoc/>
    internal override bool NeedsDocument => Command.NeedsDocument;

    /// <inheritdoc/>
    internal override bool TakesComponents => Command.Syntax.Holes.Any(hole => hole.Kind is HoleKind.Target or HoleKind.Components or HoleKind.Place);

    /// <inheritdoc/>
    internal override bool TakesSent => Parameters.Any(parameter => parameter.Kind is ParameterKind.NamedArguments);

    /// <inheritdoc/>
    internal override IEnumerable<IReadOnlySet<string>> Optional => PartsIn(Command.Syntax.Elements).Select(part => new HashSet<string>(LabelsIn(part.Elements).Append(Flag(part)), StringComparer.Ordinal));

    /// <inheritdoc/>
    internal override Gen<IReadOnlyList<FuzzArgument>> Arguments(FuzzScope scope)
    {
        return Of(Command.Syntax.Elements);

        Gen<IReadOnlyList<FuzzArgument>> Of(IEnumerable<SyntaxElement> elements) => All(elements.Select(element => element switch
        {
            Hole hole => One(ArgumentGenerators.Of(hole, Parameters.FirstOrDefault(parameter => parameter.Name == hole.Label || CommandPattern.Kebab(parameter.Name) == hole.Label), scope)),
            OptionalPart part => Maybe(Of(part.Elements).Select(IReadOnlyList<FuzzArgument> (arguments) => [.. arguments, new(Flag(part), "", Fit.Fits)])),
            _ => Gen.Constant<IReadOnlyList<FuzzArgument>>([]),
        }));
    }

    /// <inheritdoc/>
    internal override string Call(Func<string, string?> argument)
    {
        return string.Join(' ', Of(Command.Syntax.Elements));

        IEnumerable<string> Of(IEnumerable<SyntaxElement> elements) => elements.SelectMany(element => element switch
        {
            Word word => [word.Text],
            Hole hole => [argument(hole.Label) ?? throw new InvalidOperationException($"'{hole.Label}' of '{Name}' can't be left out")],
            OptionalPart part => argument(Flag(part)) is null ? [] : Of(part.Elements),
            _ => (IEnumerable<string>)[],
        });
    }

    // That a part stands there is an argument too: it may have no hole.
    private static string Flag(OptionalPart part) => $"[{string.Join(' ', part.Elements.Select(element => element is Word word ? word.Text : $"<{(element as Hole)?.Label}>"))}]";

    private static IEnumerable<OptionalPart> PartsIn(IEnumerable<SyntaxElement> elements) => elements.OfType<OptionalPart>().SelectMany(part => PartsIn(part.Elements).Prepend(part));

    private static IEnumerable<string> LabelsIn(IEnumerable<SyntaxElement> elements) => elements.SelectMany(element => element switch
    {
        Hole hole => [hole.Label],
        OptionalPart part => LabelsIn(part.Elements).Append(Flag(part)),
        _ => (IEnumerable<string>)[],
    });
}

/// <summary>A function that is tried, in a <c>print</c>.</summary>
public sealed record FunctionTarget(FunctionDeclaration Function, Location? Place = null) : FuzzTarget(Function.Name + "()", Place)
{
    private IEnumerable<ParameterDeclaration> Written => Function.Method.Parameters.Where(parameter => !parameter.IsGiven);

    /// <inheritdoc/>
    internal override bool NeedsDocument => Function.Method.Parameters.Any(parameter => parameter is { Kind: ParameterKind.CurrentDocument, IsNullable: false });

    /// <inheritdoc/>
    internal override bool TakesComponents => Written.Any(parameter => parameter.Kind is ParameterKind.Component or ParameterKind.Components);

    /// <inheritdoc/>
    internal override bool TakesSent => false;

    // What is left out is left out from the end.
    /// <inheritdoc/>
    internal override IEnumerable<IReadOnlySet<string>> Optional =>
        Written.Select((parameter, index) => (parameter, index)).Where(at => at.parameter.IsOptional).Select(at => new HashSet<string>(Written.Skip(at.index).Select(parameter => parameter.Name), StringComparer.Ordinal));

    /// <inheritdoc/>
    internal override Gen<IReadOnlyList<FuzzArgument>> Arguments(FuzzScope scope) =>
        from arguments in All(Written.Select(parameter => One(ArgumentGenerators.OfParameter(parameter.Name, parameter, scope))))
        from count in Gen.Choose(Written.TakeWhile(parameter => !parameter.IsOptional).Count(), arguments.Count)
        select (IReadOnlyList<FuzzArgument>)[.. arguments.Take(count)];

    /// <inheritdoc/>
    internal override string Call(Func<string, string?> argument) => $"print {Function.Name}({string.Join(", ", Written.Select(parameter => argument(parameter.Name)).TakeWhile(text => text is not null))})";
}
