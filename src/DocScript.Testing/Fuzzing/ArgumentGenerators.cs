using System.Globalization;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Scripts;
using DocScript.Hooks.Declarations;
using DocScript.Language.Grammar;
using DocScript.Testing.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Fuzzing;

/// <summary>Random arguments for holes of commands and parameters of functions: mostly of the kind that is taken, with the values that break things, and now and then of another.</summary>
internal static class ArgumentGenerators
{
    private const string Nobody = "nobody";

    private static readonly Value[] Scalars = [new IntegerValue(7), new DecimalValue(1.5m), new BooleanValue(true), new TextValue("text"), new ListValue([new IntegerValue(1)]), ObjectValue.Empty.With("a", new IntegerValue(1)), Value.Null];

    private static readonly Gen<Value> Text = Texts(
        Gen.Frequency((4, ValueGenerators.Text), (3, Gen.Elements("", " ", "a", "😀", "a 😀", "e\u0301", "0", "null", "<b>", "Ferry to the island")), (1, Gen.Elements(new string('x', 3000), string.Concat(Enumerable.Repeat("é 😀", 500))))));

    private static readonly Gen<Value> Number = Gen.OneOf(Gen.Choose(-3, 20).Select(number => (Value)new IntegerValue(number)), ValueGenerators.Number);

    private static readonly Gen<Value> Boolean = Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false));

    private static readonly Gen<Value> Date = Gen.OneOf(
        Gen.Choose(-1000, 40_000).Select(day => (Value)new DateValue(DateTimeOffset.UnixEpoch.AddDays(day))),
        Texts(Gen.Elements("2026-01-02", "2024-02-29", "2026-05-01T08:00:00+02:00", "1970-01-01T00:00:00Z")),
        Gen.Elements<Value>(new DateValue(DateTimeOffset.MinValue), new DateValue(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero))));

    /// <summary>An argument for a hole of a command.</summary>
    /// <param name="parameter">The parameter of C# behind it, where there is one.</param>
    public static Gen<FuzzArgument> Of(Hole hole, ParameterDeclaration? parameter, FuzzScope scope) => hole.Kind switch
    {
        HoleKind.Value => OfParameter(hole.Label, parameter, scope),
        HoleKind.Choice => Mixed(Written(hole.Label, hole.Choices), Misfitting(hole.Label, ["none-of-these"])),
        HoleKind.Target when parameter is null => Gen.OneOf(Component(hole.Label, scope), Directive(hole.Label, scope)),
        HoleKind.Target => Component(hole.Label, scope),
        HoleKind.Components => Components(hole.Label, scope, names => string.Join(", ", names)),
        HoleKind.Place => Place(hole.Label, scope),
        HoleKind.Block => Written(hole.Label, ["{ }", "{ print title }"]),
        HoleKind.Path => Gen.Elements((string[])[.. scope.Metadata, Nobody]).Select(name => new FuzzArgument(hole.Label, ScriptName.Of(name), Fit.Perhaps)),
        _ => Gen.Elements((string[])[.. scope.Types, .. scope.Directives, .. scope.Metadata, .. scope.Design.ComponentProperties.Keys, Nobody]).Select(name => new FuzzArgument(hole.Label, ScriptName.Of(name), Fit.Perhaps)),
    };

    /// <summary>An argument for a parameter whose argument is an expression.</summary>
    public static Gen<FuzzArgument> OfParameter(string label, ParameterDeclaration? parameter, FuzzScope scope)
    {
        var kind = parameter?.Kind ?? ParameterKind.Any;
        var fitting = kind switch
        {
            ParameterKind.Component => Component(label, scope),
            ParameterKind.Components => Components(label, scope, names => $"[{string.Join(", ", names)}]"),
            ParameterKind.Document => scope.Documents.Count == 0
                ? Misfitting(label, ["999"])
                : Gen.Elements(scope.Documents.Select(document => document.Header).ToArray()).SelectMany(header => Gen.Elements(header.Id.ToString(CultureInfo.InvariantCulture), ValueLiteral.Quoted(header.Key))).Select(text => new FuzzArgument(label, text, Fit.Perhaps)),
            ParameterKind.Choice => Values(Texts(Gen.Elements(parameter!.Choices.ToArray()))),
            ParameterKind.Text => Values(TextFor(label, scope)),
            ParameterKind.Integer => Gen.Frequency(
                (6, Values(Gen.Choose(-3, 20).Select(number => (Value)new IntegerValue(number)))),
                (1, Values(Gen.Elements<Value>(new IntegerValue(int.MaxValue), new IntegerValue(int.MinValue)))),
                (1, Values(Gen.Elements<Value>(new IntegerValue(long.MaxValue), new IntegerValue(-long.MaxValue)), Fit.Perhaps))),
            ParameterKind.Decimal => Values(Number),
            ParameterKind.Boolean => Values(Boolean),
            ParameterKind.Date => Values(Date),
            // What its elements must be is not part of the declaration.
            ParameterKind.List => Values(Gen.OneOf(List(Text), List(Gen.Choose(-3, 20).Select(number => (Value)new IntegerValue(number))), List(Number), List(Boolean), List(Date.Where(date => date is TextValue)), List(ValueGenerators.Any)), Fit.Perhaps),
            ParameterKind.Object => Values(ValueGenerators.Object.Select(entries => (Value)entries)),
            _ => Values(Gen.OneOf(Text, Number, Date, ValueGenerators.Any)),
        };
        if (parameter?.IsNullable == true) fitting = Gen.Frequency((5, fitting), (1, Values(Gen.Constant(Value.Null))));
        var wrong = Scalars.Where(value => !MayFit(kind, value, parameter?.IsNullable == true)).ToArray();
        if (wrong.Length == 0) return fitting;
        var misfitting = Gen.Elements(wrong).Select(value => FuzzArgument.Of(label, value, Fit.Misfits));
        return Mixed(fitting, kind is ParameterKind.Date ? Gen.OneOf(misfitting, Misfitting(label, ["\"soon\"", "\"\""])) : misfitting);

        Gen<FuzzArgument> Values(Gen<Value> values, Fit fit = Fit.Fits) => values.Select(value => FuzzArgument.Of(label, value, fit));
    }

    // Any text, one that stands in the file, or a name of the design: most often of the kind that the parameter's own name says.
    private static Gen<Value> TextFor(string label, FuzzScope scope)
    {
        return Gen.Frequency([(5, Text), .. Some(6, scope.Words), .. Some(IsAbout("propert", "meta") ? 12 : 2, scope.Metadata), .. Some(IsAbout("directive", "editable") ? 12 : 1, scope.Directives), .. Some(IsAbout("type") ? 12 : 1, scope.Types)]);

        bool IsAbout(params string[] words) => words.Any(word => label.Contains(word, StringComparison.OrdinalIgnoreCase));

        IEnumerable<(int, Gen<Value>)> Some(int weight, IEnumerable<string> texts) => texts.ToArray() is { Length: > 0 } some ? [(weight, Texts(Gen.Elements(some)))] : [];
    }

    private static bool MayFit(ParameterKind kind, Value value, bool isNullable) => (kind, value) switch
    {
        (_, NullValue) => isNullable || kind is ParameterKind.Any,
        (ParameterKind.Any, _) or (ParameterKind.Text, TextValue) or (ParameterKind.Integer, IntegerValue) or (ParameterKind.Decimal, NumberValue) => true,
        (ParameterKind.Choice, TextValue) or (ParameterKind.Boolean, BooleanValue) or (ParameterKind.List, ListValue) or (ParameterKind.Object, ObjectValue) => true,
        _ => false,
    };

    private static Gen<FuzzArgument> Mixed(Gen<FuzzArgument> fitting, Gen<FuzzArgument> misfitting) => Gen.Frequency((11, fitting), (1, misfitting));

    private static Gen<FuzzArgument> Component(string label, FuzzScope scope) =>
        scope.Components.Count == 0 ? Misfitting(label, [Nobody]) : Mixed(Written(label, scope.Components), Misfitting(label, [Nobody]));

    private static Gen<FuzzArgument> Directive(string label, FuzzScope scope)
    {
        var directives = scope.Current?.Components.DepthFirst().SelectMany(component => scope.Design.Components[component.Type].Directives.Keys.Select(name => $"{component.Id}.{ScriptName.Of(name)}")).ToList() ?? [];
        return directives.Count == 0 ? Misfitting(label, [$"{Nobody}.text"]) : Written(label, directives);
    }

    private static Gen<FuzzArgument> Components(string label, FuzzScope scope, Func<IEnumerable<string>, string> write) => scope.Components.Count == 0
        ? Misfitting(label, [Nobody])
        : Mixed(
            from count in Gen.Choose(1, 3)
            from names in Gen.ArrayOf(Gen.Elements(scope.Components.ToArray()), count)
            select new FuzzArgument(label, write(names), Fit.Fits),
            Misfitting(label, [write([scope.Components[0], Nobody])]));

    private static Gen<FuzzArgument> Place(string label, FuzzScope scope)
    {
        string[] always = ["at start", "at end"];
        var beside = scope.Components.SelectMany(name => new[] { $"after {name}", $"before {name}" });
        var within = scope.Current?.Components.DepthFirst().SelectMany(component => component.Containers.SelectMany(container => new[] { $"first in {component.Id}.{ScriptName.Of(container.Name)}", $"last in {component.Id}.{ScriptName.Of(container.Name)}" })) ?? [];
        return Mixed(Written(label, [.. always, .. beside, .. within]), Misfitting(label, [$"after {Nobody}", $"first in {Nobody}"]));
    }

    private static Gen<FuzzArgument> Written(string label, IEnumerable<string> texts) => Gen.Elements(texts.ToArray()).Select(text => new FuzzArgument(label, text, Fit.Fits));

    private static Gen<FuzzArgument> Misfitting(string label, string[] texts) => Gen.Elements(texts).Select(text => new FuzzArgument(label, text, Fit.Misfits));

    private static Gen<Value> List(Gen<Value> item) => from count in Gen.Choose(0, 4) from items in Gen.ArrayOf(item, count) select (Value)new ListValue([.. items]);

    private static Gen<Value> Texts(Gen<string> texts) => texts.Select(text => (Value)new TextValue(text));
}
